// Runs before the first paint, so that the chosen theme, density and language are there from the start.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('theme');
    var density = localStorage.getItem('density');
    var language = localStorage.getItem('language');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    if (density === 'compact') root.dataset.density = density;
    if (language && /^[a-z]{2}$/.test(language)) {
      if (language !== root.lang) root.dataset.spoken = 'otherwise';
      root.lang = language;
    }
  } catch (refused) {
    // storage is switched off: the system's choice stands
  }
})();
