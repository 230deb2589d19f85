"use strict";
(function () {
  var form = document.getElementById("filters");
  var shown = document.getElementById("shown");
  var packed = all(".packed");
  var names = ["party", "topic", "status", "search"];
  var nouns = {
    commitment: ["commitment", "commitments"], deadline: ["day", "days"], claim: ["statement", "statements"],
    divergence: ["divergence", "divergences"], silence: ["silence", "silences"]
  };
  var texts = new Map();
  var opened = [];
  var items, groups, sections, lanes, later, unpacking;

  function all(selector) {
    return Array.from(document.querySelectorAll(selector));
  }
  function collect() {
    items = all("[data-kind]");
    groups = all("[data-group]");
    sections = all("[data-section]");
    lanes = all("[data-lane]");
  }

  // -- search: accents, case, spelling and number of a word make no difference
  function stem(word) {
    return word.replace(/ies$/, "y").replace(/([^su])s$/, "$1").replace(/(licen|defen|offen|preten)se/, "$1ce")
      .replace(/([a-z]{3})is(e|ing|ation)/, "$1iz$2").replace(/([a-z]{2})our/, "$1or");
  }
  function folded(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[a-z]+/g, stem)
      .replace(/\s+/g, " ");
  }
  function textOf(item) {
    if (!texts.has(item)) { texts.set(item, folded(item.textContent)); }
    return texts.get(item);
  }

  // -- filters
  function has(tokens, wanted) {
    return !wanted || (tokens || "").split(" ").indexOf(wanted) >= 0;
  }
  function asked() {
    var words = folded(form.elements.search.value).trim();
    var wanted = {words: words ? words.split(" ") : []};
    ["party", "topic", "status"].forEach(function (name) { wanted[name] = form.elements[name].value; });
    wanted.any = Boolean(wanted.party || wanted.topic || wanted.status || wanted.words.length);
    return wanted;
  }
  function fits(item, wanted) {
    return has(item.dataset.party, wanted.party) && has(item.dataset.topic, wanted.topic) &&
      has(item.dataset.status, wanted.status) &&
      wanted.words.every(function (word) { return textOf(item).indexOf(word) >= 0; });
  }
  function anyIn(box) {
    return box.querySelector("[data-kind]:not([hidden])") !== null;
  }
  function tell(wanted) {
    var counts = {};
    items.forEach(function (item) {
      if (!item.hidden) { counts[item.dataset.kind] = (counts[item.dataset.kind] || 0) + 1; }
    });
    var told = Object.keys(nouns).map(function (kind) {
      var count = counts[kind] || 0;
      return count + " " + nouns[kind][count === 1 ? 0 : 1];
    });
    shown.textContent = wanted.any ? "Shown: " + told.join(", ") + "." : "";
  }
  function draw(wanted) {
    lanes.forEach(function (lane) {
      lane.classList.toggle("faint", !has(lane.dataset.lane, wanted.topic));
      lane.querySelectorAll("[data-mark]").forEach(function (mark) {
        mark.classList.toggle("faint", !has(mark.dataset.mark, wanted.party));
      });
    });
  }
  function openMonths(wanted) {
    if (!wanted.any) {
      opened.forEach(function (month) { month.open = false; });
      opened = [];
      return;
    }
    groups.forEach(function (group) {
      if (group.tagName === "DETAILS" && !group.hidden && !group.open) {
        group.open = true;
        opened.push(group);
      }
    });
  }
  function apply() {
    var wanted = asked();
    if (wanted.any && packed.length) {
      unpack().then(apply);
      return;
    }
    items.forEach(function (item) { item.hidden = !fits(item, wanted); });
    groups.forEach(function (group) { group.hidden = !anyIn(group); });
    sections.forEach(function (section) {
      var note = section.querySelector(".none-fits");
      if (note) { note.hidden = anyIn(section); }
      section.querySelectorAll("table.wide").forEach(function (table) { table.hidden = !anyIn(table); });
    });
    openMonths(wanted);
    draw(wanted);
    tell(wanted);
    keep();
  }

  // -- the filters in the address, so that a link shows what its sender sees
  function keep() {
    var query = new URLSearchParams();
    names.forEach(function (name) {
      if (form.elements[name].value) { query.set(name, form.elements[name].value); }
    });
    var text = query.toString();
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (error) { /* a page opened from a file may not change its address everywhere */ }
  }
  function recall() {
    var query = new URLSearchParams(location.search);
    names.forEach(function (name) {
      if (query.has(name)) { form.elements[name].value = query.get(name); }
    });
  }

  // -- what the page has compressed: earlier statements, where they are thousands, and its data
  function textIn(packed) {
    var bytes = Uint8Array.from(atob(packed), function (char) { return char.charCodeAt(0); });
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  }
  function unpack() {
    unpacking = unpacking || Promise.all(packed.map(function (box) {
      return textIn(box.dataset.packed).then(function (text) {
        var made = document.createElement("template");
        made.innerHTML = text;
        box.replaceWith(made.content);
      });
    })).then(function () {
      packed = [];
      collect();
    });
    return unpacking;
  }
  function cell(value) {
    var text = value === null || value === undefined ? "" :
      Array.isArray(value) && value.every(function (each) { return typeof each !== "object"; }) ? value.join("; ") :
      typeof value === "object" ? JSON.stringify(value) : String(value);
    text = /^[=+\-@\t\r]/.test(text) ? "'" + text : text; // a table must not take it for a formula
    return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }
  function asCsv(rows) {
    var columns = rows.length ? Object.keys(rows[0]) : [];
    var lines = rows.map(function (row) {
      return columns.map(function (column) { return cell(row[column]); }).join(",");
    });
    return "\ufeff" + [columns.join(",")].concat(lines).join("\r\n") + "\r\n";
  }
  function give(button) {
    textIn(document.getElementById("data").dataset.packed).then(function (text) {
      var rows = JSON.parse(text)[button.dataset.listing];
      var csv = button.dataset.form === "csv";
      var link = document.createElement("a");
      var file = csv ? asCsv(rows) : JSON.stringify(rows, null, 1);
      link.href = URL.createObjectURL(new Blob([file], {type: csv ? "text/csv" : "application/json"}));
      link.download = button.dataset.listing + "." + button.dataset.form;
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
    });
  }

  // -- jumps
  function reveal() {
    var identity = decodeURIComponent(location.hash.slice(1));
    if (!identity) { return; }
    var target = document.getElementById(identity);
    if (!target && packed.length) {
      unpack().then(reveal);
      return;
    }
    if (!target) { return; }
    if (target.closest("[hidden]")) {
      form.reset();
      apply();
    }
    for (var box = target.closest("details"); box; box = box.parentElement.closest("details")) { box.open = true; }
    goTo(target);
    requestAnimationFrame(function () { setTimeout(goTo, 60, target); }); // what it passes takes its size by then
  }
  function goTo(target) {
    target.scrollIntoView({behavior: "instant"});
  }
  function makeRoom() {
    var stuck = getComputedStyle(form).position === "sticky";
    document.documentElement.style.scrollPaddingTop = (stuck ? form.offsetHeight + 12 : 12) + "px";
  }
  function clicked(event) {
    var link = event.target.closest("a");
    if (!link) { return; }
    if (link.dataset.filter) {
      form.reset();
      form.elements.status.value = link.dataset.filter;
      apply();
    }
    if (link.classList.contains("permalink") && navigator.clipboard) {
      navigator.clipboard.writeText(link.href).then(function () {
        link.classList.add("copied");
        setTimeout(function () { link.classList.remove("copied"); }, 1500);
      }, function () {});
    }
    if (link.hash && link.hash === location.hash) { reveal(); }
  }

  collect();
  form.hidden = false;
  document.getElementById("data").hidden = false;
  all("#data button").forEach(function (button) {
    button.addEventListener("click", function () { give(button); });
  });
  recall();
  form.addEventListener("change", apply);
  form.addEventListener("input", function () { clearTimeout(later); later = setTimeout(apply, 120); });
  form.addEventListener("submit", function (event) { event.preventDefault(); apply(); });
  form.addEventListener("reset", function () { setTimeout(apply, 0); });
  document.addEventListener("click", clicked);
  window.addEventListener("hashchange", reveal);
  window.addEventListener("pageshow", function () { if (asked().any) { apply(); } reveal(); });
  new ResizeObserver(makeRoom).observe(form);
  makeRoom();
  packed.forEach(function (box) {
    var button = box.querySelector("button");
    button.hidden = false;
    button.addEventListener("click", unpack);
  });
}());
