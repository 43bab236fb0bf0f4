(function () {
  "use strict";
  var known = document.querySelector('meta[name="version"]').content;
  var title = document.title;
  function ask() {
    fetch("version", { cache: "no-store", credentials: "omit" }).then(function (answer) {
      if (!answer.ok) { throw new Error(answer.status); }
      return answer.text();
    }).then(function (version) {
      if (version !== known) { location.reload(); return; }
      document.title = title;
      setTimeout(ask, 700);
    }).catch(function () {
      document.title = "(not live) " + title;
      setTimeout(ask, 2000);
    });
  }
  ask();
})();
