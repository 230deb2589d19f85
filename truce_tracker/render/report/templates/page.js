"use strict";
(function () {
  var form = document.getElementById("filters");
  var shown = document.getElementById("shown");
  var items = Array.from(document.querySelectorAll("[data-kind]"));
  var groups = Array.from(document.querySelectorAll("[data-group]"));
  var sections = Array.from(document.querySelectorAll("[data-section]"));
  var lanes = Array.from(document.querySelectorAll("[data-lane]"));
  var nouns = {
    commitment: ["commitment", "commitments"], deadline: ["day", "days"], claim: ["statement", "statements"],
    divergence: ["divergence", "divergences"], silence: ["silence", "silences"]
  };
  var texts = new Map();
  var later;

  function folded(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/\s+/g, " ");
  }
  function textOf(item) {
    if (!texts.has(item)) { texts.set(item, folded(item.textContent)); }
    return texts.get(item);
  }
  function has(tokens, wanted) {
    return !wanted || (tokens || "").split(" ").indexOf(wanted) >= 0;
  }
  function asked() {
    var words = folded(form.elements.search.value).trim();
    return {
      party: form.elements.party.value, topic: form.elements.topic.value, status: form.elements.status.value,
      words: words ? words.split(" ") : []
    };
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
    var on = wanted.party || wanted.topic || wanted.status || wanted.words.length;
    var counts = {};
    items.forEach(function (item) {
      if (!item.hidden) { counts[item.dataset.kind] = (counts[item.dataset.kind] || 0) + 1; }
    });
    var told = Object.keys(nouns).map(function (kind) {
      var count = counts[kind] || 0;
      return count + " " + nouns[kind][count === 1 ? 0 : 1];
    });
    shown.textContent = on ? "Shown: " + told.join(", ") + "." : "";
  }
  function draw(wanted) {
    lanes.forEach(function (lane) {
      lane.classList.toggle("faint", !has(lane.dataset.lane, wanted.topic));
      lane.querySelectorAll("[data-mark]").forEach(function (mark) {
        mark.classList.toggle("faint", !has(mark.dataset.mark, wanted.party));
      });
    });
  }
  function apply() {
    var wanted = asked();
    items.forEach(function (item) { item.hidden = !fits(item, wanted); });
    groups.forEach(function (group) { group.hidden = !anyIn(group); });
    sections.forEach(function (section) {
      var note = section.querySelector(".none-fits");
      if (note) { note.hidden = anyIn(section); }
      section.querySelectorAll("table.wide").forEach(function (table) { table.hidden = !anyIn(table); });
    });
    draw(wanted);
    tell(wanted);
  }
  function reveal() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      form.reset();
      apply();
      target.scrollIntoView();
    }
  }

  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("input", function () { clearTimeout(later); later = setTimeout(apply, 120); });
  form.addEventListener("submit", function (event) { event.preventDefault(); apply(); });
  form.addEventListener("reset", function () { setTimeout(apply, 0); });
  window.addEventListener("hashchange", reveal);
  window.addEventListener("pageshow", apply);
}());
