"""Phrases that are in no published table, with the days worked out by hand: phrase | said | from | due."""

from datetime import date

import pytest

from truce_tracker.deadlines import read_phrase

DAYS = """
by Thanksgiving | 2025-11-16 | - | 2025-11-27
BY   THANKSGIVING | 2025-11-16 | - | 2025-11-27
which we hope to have done by Thanksgiving | 2025-11-16 | - | 2025-11-27
by “Thanksgiving” — or sooner | 2025-11-16 | - | 2025-11-27
by Thanksgiving, November 27 | 2025-11-16 | - | 2025-11-27
by Thanksgiving Day 2026 | 2025-11-16 | - | 2026-11-26
by Thanksgiving next year | 2025-11-16 | - | 2026-11-26
by this year's Thanksgiving | 2025-11-16 | - | 2025-11-27
by Thanksgiving | 2025-11-27 | - | 2025-11-27
by Thanksgiving | 2026-02-01 | - | 2026-11-26
before Christmas | 2025-11-16 | - | 2025-12-24
by Christmas at the latest | 2025-11-16 | - | 2025-12-25
before New Year's Eve | 2025-11-16 | - | 2025-12-30
by the New Year | 2025-11-16 | - | 2026-01-01
by Chinese New Year | 2025-11-16 | - | 2026-02-17
before the Lunar New Year holiday | 2024-12-01 | - | 2025-01-28
by Labor Day | 2025-06-10 | - | 2025-09-01
by the Fourth of July | 2025-06-10 | - | 2025-07-04
by Easter | 2026-01-10 | - | 2026-04-05
by Memorial Day | 2026-01-10 | - | 2026-05-25
by China's National Day | 2025-06-10 | - | 2025-10-01
between Thanksgiving and Christmas | 2025-11-16 | 2025-11-27 | 2025-12-25
by Nov. 27 | 2025-11-16 | - | 2025-11-27
by 27 November | 2025-11-16 | - | 2025-11-27
by the 27th of November | 2025-11-16 | - | 2025-11-27
by the 27th | 2025-11-16 | - | 2025-11-27
by November 27th, 2026 | 2025-11-16 | - | 2026-11-27
by 3-Dec-2025 | 2025-11-16 | - | 2025-12-03
by 2026‑11‑10 | 2025-11-16 | - | 2026-11-10
by 11/27/2026 | 2025-11-16 | - | 2026-11-27
by 31.12.2025 | 2025-11-16 | - | 2025-12-31
by January 15 | 2025-11-16 | - | 2026-01-15
no later than December 1 | 2025-11-16 | - | 2025-12-01
not later than 1 December 2025 | 2025-11-16 | - | 2025-12-01
on or before Dec. 31 | 2025-11-16 | - | 2025-12-31
November 27 at the latest | 2025-11-16 | - | 2025-11-27
before November 27 | 2025-11-16 | - | 2025-11-26
prior to January 1, 2026 | 2025-11-16 | - | 2025-12-31
ahead of the December 1 deadline | 2025-11-16 | - | 2025-11-30
the December 1 deadline | 2025-11-16 | - | 2025-12-01
by 11:59 p.m. EST on Nov. 30 | 2025-11-16 | - | 2025-11-30
by 17:00 Beijing time, November 30 | 2025-11-16 | - | 2025-11-30
by Friday | 2025-11-20 | - | 2025-11-21
by Monday | 2025-11-20 | - | 2025-11-24
by close of business on Friday | 2025-11-20 | - | 2025-11-21
by Friday, November 28 | 2025-11-20 | - | 2025-11-28
by Friday (Nov. 28) | 2025-11-20 | - | 2025-11-28
by Friday the 28th | 2025-11-20 | - | 2025-11-28
by Friday of next week | 2025-11-20 | - | 2025-11-28
by next Monday | 2025-11-20 | - | 2025-11-24
by next Friday | 2025-11-22 | - | 2025-11-28
this Friday | 2025-11-20 | 2025-11-21 | 2025-11-21
before Friday | 2025-11-21 | - | 2025-11-27
tomorrow | 2025-11-20 | 2025-11-21 | 2025-11-21
by tomorrow night | 2025-11-20 | - | 2025-11-21
by tonight | 2025-11-20 | - | 2025-11-20
by the end of the day | 2025-11-20 | - | 2025-11-20
by the day after tomorrow | 2025-11-30 | - | 2025-12-02
until November 10, 2026 | 2025-11-16 | - | 2026-11-10
Announcement No. 72 is suspended until Nov. 27, 2026 | 2025-11-16 | - | 2026-11-27
suspended through Nov. 9, 2026, 11:59 p.m. | 2025-11-16 | - | 2026-11-09
the truce will last until midnight on November 10, 2026 | 2025-11-16 | - | 2026-11-10
valid until 27 November 2026 | 2025-11-16 | - | 2026-11-27
expires on November 10, 2026 | 2025-11-16 | - | 2026-11-10
the 90-day truce expires November 10, 2025 | 2025-11-01 | - | 2025-11-10
ending December 31, 2026 | 2025-11-16 | - | 2026-12-31
extended until November 10, 2026 | 2025-11-16 | - | 2026-11-10
delayed to December 10 | 2025-11-16 | - | 2025-12-10
pushed back from December 1 to January 15 | 2025-11-16 | - | 2026-01-15
the pause ended Nov. 10 | 2025-11-16 | - | 2025-11-10
on December 1, 2025 | 2025-11-16 | 2025-12-01 | 2025-12-01
"""
PERIODS = """
buy 25 million tons by the end of January | 2025-11-16 | - | 2026-01-31
by the end of January 25 million tons | 2025-11-16 | - | 2026-01-31
by end-November | 2025-11-16 | - | 2025-11-30
by January's end | 2025-11-16 | - | 2026-01-31
by the end of next month | 2025-11-16 | - | 2025-12-31
before the end of the month | 2025-11-16 | - | 2025-11-30
at the end of January | 2025-11-16 | - | 2026-01-31
by the last day of February 2028 | 2025-11-16 | - | 2028-02-29
by mid-December | 2025-11-16 | - | 2025-12-15
until the middle of January | 2025-11-16 | - | 2026-01-15
by January | 2025-11-16 | - | 2026-01-31
before January | 2025-11-16 | - | 2025-12-31
China may buy soybeans by May | 2025-11-16 | - | 2026-05-31
in November | 2025-11-16 | 2025-11-01 | 2025-11-30
will buy in November and December | 2025-11-16 | 2025-11-01 | 2025-12-31
in December and January | 2025-11-16 | 2025-12-01 | 2026-01-31
from December through February | 2025-11-16 | 2025-12-01 | 2026-02-28
from January to March | 2025-11-16 | 2026-01-01 | 2026-03-31
December 2025 through February 2026 | 2025-11-16 | 2025-12-01 | 2026-02-28
between now and the end of the year | 2025-11-16 | 2025-11-16 | 2025-12-31
for the rest of the year | 2025-11-16 | 2025-11-16 | 2025-12-31
later this year | 2025-11-16 | 2025-11-16 | 2025-12-31
by Q2 | 2025-11-16 | - | 2026-06-30
in Q1 2026 | 2025-11-16 | 2026-01-01 | 2026-03-31
by the end of the first quarter of next year | 2025-11-16 | - | 2026-03-31
before the second quarter of 2026 | 2025-11-16 | - | 2026-03-31
by the end of this quarter | 2025-11-16 | - | 2025-12-31
in the first half of 2026 | 2025-11-16 | 2026-01-01 | 2026-06-30
by the end of the second half of 2026 | 2025-11-16 | - | 2026-12-31
during the first two months of 2026 | 2025-11-16 | 2026-01-01 | 2026-02-28
by the end of the summer | 2026-04-02 | - | 2026-09-22
by year-end | 2025-11-16 | - | 2025-12-31
by this year’s end | 2025-11-16 | - | 2025-12-31
by the end of the year 2026 | 2025-11-16 | - | 2026-12-31
by end-2026 | 2025-11-16 | - | 2026-12-31
no less than 12 million tons by the end of this year | 2025-11-16 | - | 2025-12-31
would purchase at least 12 million metric tons during the last two months of 2025 | 2025-11-01 | 2025-11-01 | 2025-12-31
in or before January | 2025-11-16 | - | 2026-01-31
raise purchases to 25 million tons a year by 2028 | 2025-11-16 | - | 2028-12-31
by 2030 | 2025-11-16 | - | 2030-12-31
before 2027 | 2025-11-16 | - | 2026-12-31
before next year | 2025-11-16 | - | 2025-12-31
next year | 2025-11-16 | 2026-01-01 | 2026-12-31
in 2026, 2027 and 2028 | 2025-11-16 | 2026-01-01 | 2028-12-31
in calendar years 2026 through 2028 | 2025-11-16 | 2026-01-01 | 2028-12-31
from 2026 to 2028 | 2025-11-16 | 2026-01-01 | 2028-12-31
"""
STRETCHES = """
from November 10, 2025 to November 10, 2026 | 2025-11-16 | 2025-11-10 | 2026-11-10
effective November 10, 2025 through November 10, 2026 | 2025-11-16 | 2025-11-10 | 2026-11-10
from November 10 to December 15 | 2025-11-16 | 2025-11-10 | 2025-12-15
from November 10 to January 15, 2026 | 2025-11-16 | 2025-11-10 | 2026-01-15
between December 1 and 15 | 2025-11-16 | 2025-12-01 | 2025-12-15
3–5 December 2025 | 2025-11-16 | 2025-12-03 | 2025-12-05
now through November 10, 2026 | 2025-11-16 | 2025-11-16 | 2026-11-10
starting on January 1, 2026 | 2025-11-16 | 2026-01-01 | -
takes effect December 1 | 2025-11-16 | 2025-12-01 | -
not until November 10, 2026 | 2025-11-16 | 2026-11-10 | -
no earlier than January 1, 2026 | 2025-11-16 | 2026-01-01 | -
a 60-day ceasefire that began on November 27, 2024 | 2025-11-16 | 2024-11-27 | -
after Thanksgiving | 2025-11-16 | 2025-11-28 | -
since March 4 | 2025-11-16 | 2025-03-04 | -
since the end of October | 2025-11-16 | 2025-10-31 | -
"""
LENGTHS = """
within 90 days | 2025-11-16 | 2025-11-16 | 2026-02-14
within ninety (90) days | 2025-11-16 | 2025-11-16 | 2026-02-14
in the next 60 days | 2025-11-16 | 2025-11-16 | 2026-01-15
within the next two weeks | 2025-11-16 | 2025-11-16 | 2025-11-30
within one month | 2026-01-31 | 2026-01-31 | 2026-02-28
within a year | 2025-11-16 | 2025-11-16 | 2026-11-16
within 72 hours | 2025-11-16 | 2025-11-16 | 2025-11-19
in two weeks' time | 2025-11-16 | 2025-11-16 | 2025-11-30
within 30 days of today | 2025-11-16 | 2025-11-16 | 2025-12-16
within 30 days of December 1 | 2025-11-16 | 2025-12-01 | 2025-12-31
no later than 60 days after the date of this order | 2025-11-20 | - | 2026-01-19
90 days from November 10, 2025 | 2025-11-16 | - | 2026-02-08
one hundred and twenty days from December 1, 2025 | 2025-11-16 | - | 2026-03-31
two weeks from Monday | 2025-11-20 | - | 2025-12-08
a week from today | 2025-11-20 | - | 2025-11-27
18 months after January 31, 2026 | 2025-11-16 | - | 2027-07-31
for one year starting on January 1, 2026 | 2025-11-16 | 2026-01-01 | 2026-12-31
for six months, beginning November 10, 2025 | 2025-11-16 | 2025-11-10 | 2026-05-09
effective November 10, 2025, for a period of one year | 2025-11-16 | 2025-11-10 | 2026-11-10
for 90 days from August 12, 2025 | 2025-08-11 | 2025-08-12 | 2025-11-10
for another 90 days, until November 10, 2025 | 2025-08-11 | - | 2025-11-10
over the next 12 months | 2025-11-16 | 2025-11-16 | 2026-11-16
over the next two decades | 2025-11-16 | 2025-11-16 | 2045-11-16
valid for six months | 2025-11-16 | 2025-11-16 | 2026-05-16
"""
CHINESE = """
至2026年11月10日 | 2025-11-16 | - | 2026-11-10
自2025年11月10日起至2026年11月10日止 | 2025-11-16 | 2025-11-10 | 2026-11-10
2026年11月10日起 | 2025-11-16 | 2026-11-10 | -
不晚于11月27日 | 2025-11-16 | - | 2025-11-27
11月27日及之前 | 2025-11-16 | - | 2025-11-27
年底前 | 2025-11-16 | - | 2025-12-31
２０２６年底之前 | 2025-11-16 | - | 2026-12-31
本月底 | 2025-11-16 | - | 2025-11-30
下个月底前 | 2025-11-16 | - | 2025-12-31
明年3月底前完成采购 | 2025-11-16 | - | 2026-03-31
三个月内 | 2025-11-16 | 2025-11-16 | 2026-02-16
兩週內 | 2025-11-16 | 2025-11-16 | 2025-11-30
十五天内 | 2025-11-16 | 2025-11-16 | 2025-12-01
未来三年 | 2025-11-16 | 2025-11-16 | 2028-11-16
"""
AHEAD = """
in April | 2025-11-16 | 2026-04-01 | 2026-04-30
in May | 2025-11-20 | 2026-05-01 | 2026-05-31
in June | 2025-11-26 | 2026-06-01 | 2026-06-30
from March to June | 2025-11-16 | 2026-03-01 | 2026-06-30
in Q3 | 2025-11-16 | 2026-07-01 | 2026-09-30
next week | 2025-11-26 | 2025-12-01 | 2025-12-07
by next week | 2025-11-26 | - | 2025-12-07
this week | 2025-11-26 | 2025-11-24 | 2025-11-30
later this week | 2025-11-26 | 2025-11-26 | 2025-11-30
the week after next | 2025-11-26 | 2025-12-08 | 2025-12-14
early next year | 2025-11-16 | 2026-01-01 | 2026-03-31
by early next year | 2025-11-16 | - | 2026-03-31
in early 2026 | 2025-11-16 | 2026-01-01 | 2026-03-31
early in 2027 | 2025-11-16 | 2027-01-01 | 2027-03-31
by late 2026 | 2025-11-16 | - | 2026-12-31
late next year | 2025-11-16 | 2026-10-01 | 2026-12-31
in late December | 2025-11-16 | 2025-12-16 | 2025-12-31
this fall | 2025-09-02 | 2025-09-23 | 2025-12-20
in the fall | 2025-06-02 | 2025-09-23 | 2025-12-20
in the fall of 2026 | 2025-11-16 | 2026-09-23 | 2026-12-20
next spring | 2025-11-16 | 2026-03-20 | 2026-06-20
"""
PARTS = """
by H1 2026 | 2025-11-26 | - | 2026-06-30
by H2 2026 | 2025-11-26 | - | 2026-12-31
in H1 | 2025-11-26 | 2026-01-01 | 2026-06-30
by the first half of 2026 | 2025-11-20 | - | 2026-06-30
in the first half of next year | 2025-11-26 | 2026-01-01 | 2026-06-30
in the second half of the year | 2025-11-26 | 2025-07-01 | 2025-12-31
in the first half of December | 2025-11-26 | 2025-12-01 | 2025-12-15
in the second half of December | 2025-11-26 | 2025-12-16 | 2025-12-31
in the first half of next month | 2025-11-26 | 2025-12-01 | 2025-12-15
by the first half of January 2027 | 2025-11-26 | - | 2027-01-15
in the latter half of February 2028 | 2025-11-26 | 2028-02-16 | 2028-02-29
by EOY | 2025-11-26 | - | 2025-12-31
by EOY 2026 | 2025-11-26 | - | 2026-12-31
by EOQ | 2025-11-26 | - | 2025-12-31
by EOM | 2025-11-26 | - | 2025-11-30
by EOD | 2025-11-26 | - | 2025-11-26
by quarter-end | 2025-11-26 | - | 2025-12-31
by the end of the decade | 2025-11-26 | - | 2029-12-31
by the end of this decade | 2031-11-26 | - | 2039-12-31
in the second half of the month | 2025-11-26 | 2025-11-16 | 2025-11-30
Q4 | 2025-11-26 | 2025-10-01 | 2025-12-31
within the month | 2025-11-26 | 2025-11-01 | 2025-11-30
within the quarter | 2025-11-26 | 2025-10-01 | 2025-12-31
within the year | 2025-11-26 | 2025-01-01 | 2025-12-31
"""
DAYS_TOLD = """
by 2025/12/31 | 2025-11-26 | - | 2025-12-31
by 2026/1/5 | 2025-11-26 | - | 2026-01-05
by December first | 2025-11-26 | - | 2025-12-01
by January fifteenth, 2027 | 2025-11-26 | - | 2027-01-15
by the first of December | 2025-11-26 | - | 2025-12-01
by the twenty-fifth of December | 2025-11-26 | - | 2025-12-25
by May first | 2025-11-26 | - | 2026-05-01
by the last Friday of January | 2025-11-26 | - | 2026-01-30
by the second Tuesday of December | 2025-11-26 | - | 2025-12-09
by the first Monday in February 2027 | 2025-11-26 | - | 2027-02-01
by the third Friday of next month | 2025-11-20 | - | 2025-12-19
by the 4th Thursday of this month | 2025-11-20 | - | 2025-11-27
two weeks before Christmas | 2025-11-26 | - | 2025-12-11
at least two weeks before Christmas | 2025-11-26 | - | 2025-12-11
three days before the Lunar New Year | 2025-11-26 | - | 2026-02-14
30 days before November 10, 2026 | 2025-11-20 | - | 2026-10-11
the day after Thanksgiving | 2025-11-16 | - | 2025-11-28
by the day before Christmas | 2025-11-16 | - | 2025-12-24
by the first of next month | 2025-11-26 | - | 2025-12-01
by COB Friday | 2025-11-26 | - | 2025-11-28
by the Monday after Thanksgiving | 2025-11-26 | - | 2025-12-01
by the Friday before Christmas | 2025-11-26 | - | 2025-12-19
by the eve of Thanksgiving | 2025-11-20 | - | 2025-11-26
ten days before the end of the year | 2025-11-26 | - | 2025-12-21
in a month's time | 2025-11-26 | 2025-11-26 | 2025-12-26
within a week's time | 2025-11-26 | 2025-11-26 | 2025-12-03
within half a year | 2025-11-26 | 2025-11-26 | 2026-05-26
within a year and a half | 2025-11-26 | 2025-11-26 | 2027-05-26
within two and a half years | 2025-11-26 | 2025-11-26 | 2028-05-26
within half a month | 2025-11-26 | 2025-11-26 | 2025-12-11
"""
CHINESE_PARTS = """
2026年第一季度 | 2025-11-26 | 2026-01-01 | 2026-03-31
明年二季度 | 2025-11-26 | 2026-04-01 | 2026-06-30
第三季度 | 2025-11-26 | 2026-07-01 | 2026-09-30
第一季度末前 | 2025-11-26 | - | 2026-03-31
本季度末前 | 2025-11-26 | - | 2025-12-31
下季度末 | 2025-11-26 | - | 2026-03-31
不晚于2026年第二季度 | 2025-11-26 | - | 2026-06-30
2026年上半年 | 2025-11-26 | 2026-01-01 | 2026-06-30
明年下半年 | 2025-11-26 | 2026-07-01 | 2026-12-31
上半年 | 2025-11-26 | 2026-01-01 | 2026-06-30
半年内 | 2025-11-26 | 2025-11-26 | 2026-05-26
一年半内 | 2025-11-26 | 2025-11-26 | 2027-05-26
半个月内 | 2025-11-26 | 2025-11-26 | 2025-12-11
一百八十天内 | 2025-11-26 | 2025-11-26 | 2026-05-25
12月31日止 | 2025-11-26 | - | 2025-12-31
截止12月底 | 2025-11-26 | - | 2025-12-31
不迟于下月15日 | 2025-11-26 | - | 2025-12-15
月底前 | 2025-11-26 | - | 2025-11-30
本月底 | 2025-11-26 | - | 2025-11-30
二〇二六年三月底前 | 2025-11-26 | - | 2026-03-31
明年初 | 2025-11-26 | 2026-01-01 | 2026-03-31
12月上旬 | 2025-11-26 | 2025-12-01 | 2025-12-10
明年1月中旬 | 2025-11-26 | 2026-01-11 | 2026-01-20
2026年2月下旬 | 2025-11-26 | 2026-02-21 | 2026-02-28
2026年3月 | 2025-11-26 | 2026-03-01 | 2026-03-31
到2026年 | 2025-11-26 | - | 2026-12-31
不晚于春节 | 2025-11-26 | - | 2026-02-17
至國慶節 | 2025-11-26 | - | 2026-10-01
不迟于下周五 | 2025-11-26 | - | 2025-12-05
下周 | 2025-11-26 | 2025-12-01 | 2025-12-07
不迟于3月1日 | 2025-11-26 | - | 2026-03-01
自即日起至2026年3月1日 | 2025-11-26 | - | 2026-03-01
"""
TABLES = DAYS + PERIODS + STRETCHES + LENGTHS + CHINESE + AHEAD + PARTS + DAYS_TOLD + CHINESE_PARTS
TABLE = [line.split(" | ") for line in TABLES.splitlines() if line]


@pytest.mark.parametrize(("phrase", "said", "first", "due"), TABLE)
def test_days_worked_out_by_hand(phrase, said, first, due):
    reading = read_phrase(phrase, date.fromisoformat(said))
    assert (str(reading.from_day or "-"), str(reading.due or "-")) == (first, due), reading.rule


@pytest.mark.parametrize(
    "phrase", ["by Thanksgiving", "by\u00a0Thanksgiving", "by\u200b Thanksgiving\n", "ＢＹ Thanksgiving"]
)
def test_signs_do_not_matter(phrase):
    reading = read_phrase(phrase, date(2025, 11, 16))
    assert (reading.phrase, reading.due, reading.precision) == (phrase, date(2025, 11, 27), "day")
    assert reading.rule == "by a holiday: the day itself counts (Thanksgiving is the 4th Thursday of November)"


@pytest.mark.parametrize(
    ("phrase", "precision"),
    [
        ("by December 1", "day"),
        ("by mid-December", "month"),
        ("by Q2", "quarter"),
        ("by year-end", "year"),
        ("soon", "unknown"),
    ],
)
def test_precision(phrase, precision):
    assert read_phrase(phrase, date(2025, 11, 16)).precision == precision


def test_a_week_is_monday_to_sunday():
    reading = read_phrase("next week", date(2025, 11, 26))
    assert reading.precision == "week"
    assert reading.rule == "in a week: from its first day to its last (a week is Monday to Sunday)"
    assert read_phrase("next week", date(2025, 11, 30)).rule == "'next week' said on a Sunday can be one of two weeks"
