"""What the generated ledger is made of: parties, stances, words; how often each comes up."""

from __future__ import annotations

PARTIES = {"US": "United States", "CN": "China", "EU": "European Union", "JP": "Japan", "KR": "South Korea"}
SHARES = (42, 33, 5, 3, 2, 15)  # of the claims: the parties in order, then third parties
STANCES = {
    "affirms": 32, "mentions": 20, "affirms-in-part": 8, "proposes": 7, "declines": 6, "denies": 4, "withdraws": 2,
    "reports-progress": 10, "reports-met": 5, "reports-unmet": 6,
}  # fmt: skip
GOODS = (
    "rare earths", "soybeans", "gallium and germanium", "passenger aircraft", "fentanyl precursors", "port fees",
    "advanced chips", "pork", "graphite", "corn and sorghum", "car batteries", "software licences", "student visas",
    "timber", "steel", "liquefied gas", "medical devices", "cotton", "ship repair", "data transfers",
)  # fmt: skip
ACTS = (
    "Suspend the export controls on {} for one year", "Buy {} in the amounts of the annex", "Lift the duties on {}",
    "Issue general licences for {}", "Take the makers of {} off the entity list", "Stop the inquiry into {}",
    "Publish the rules on {} and hear comments first", "Halve the additional rate on {}",
)  # fmt: skip
WORDS = (
    "says that both sides reached a consensus on it", "expects the first steps within weeks",
    "calls it an important outcome of the talks", "says it depends on what the other side does",
    "has seen no text that says so", "will act in accordance with laws and regulations",
    "hopes that it is finished before the leaders meet", "says the measures were announced and stay in force",
    "points to the readout, which does not name it", "notes that working-level talks go on",
)  # fmt: skip
QUOTES = (
    "we have a deal", "it takes effect immediately", "both sides should meet each other halfway",
    "I have no information", "双方应相向而行", "中方将依法依规审批", "they have agreed to buy tremendous amounts",
    "the window is open until spring",
)  # fmt: skip
QUANTITIES = (
    "at least 12 million t", "25 million t per year", "about 8.2 million t", "up to 100%", "10 percentage points",
    "200 billion USD", "at least 200 aircraft", "12 million metric tons",
)  # fmt: skip
MODALITIES = ("will", "shall", "expects", "intends", "hopes", "may")
INSTRUMENTS = (
    "interview",
    "press-conference",
    "fact-sheet",
    "readout",
    "notice",
    "post",
    "joint-statement",
    "background",
)
OUTLETS = ("Reuters", "South China Morning Post", "Xinhua", "White House", "MOFCOM", "Financial Times", "Caixin", "AP")
