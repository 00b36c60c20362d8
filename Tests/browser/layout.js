// The elements that reach beyond the right edge of the window, unless one around them scrolls by itself.
() => {
  const edge = document.documentElement.clientWidth;
  const scrolls = (element) => {
    for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) {
      if (getComputedStyle(around).overflowX !== "visible") return true;
    }
    return false;
  };
  const reach = (element) => Math.ceil(element.getBoundingClientRect().right - 0.5);
  const beyond = [...document.body.querySelectorAll("*")]
    .filter((e) => e.checkVisibility() && reach(e) > edge && !scrolls(e))
    .map((e) => `${e.cloneNode(false).outerHTML} reaches ${reach(e)} px`);
  const width = document.documentElement.scrollWidth;
  return width > edge ? [`the page is ${width} px wide`, ...beyond] : beyond;
}
