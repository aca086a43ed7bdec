// Looks at the page that it stands in, loaded and with everything opened: what
// axe-core finds, what sticks out, what is too small to be hit.  The findings
// are the text of an element that is appended, a line each, "done" the last.
addEventListener("load", async () => {
  const found = [];
  const open = document.querySelectorAll("details");
  const root = document.documentElement;

  open.forEach((details) => {
    details.open = true;
  });
  if (root.scrollWidth > root.clientWidth) {
    found.push(`sideways: ${root.scrollWidth} of ${root.clientWidth}`);
  }
  for (const element of document.querySelectorAll("body *")) {
    const box = element.getBoundingClientRect();

    if (element.closest(".unseen") === null && box.right > root.clientWidth + 1) {
      found.push(`sticks-out: ${element.outerHTML.slice(0, 80)}`);
    }
  }
  for (const target of document.querySelectorAll("a, summary")) {
    const box = target.getBoundingClientRect();
    const inSentence = target.closest("p, .news") !== null;

    if (!inSentence && target.className !== "skip" &&
        (box.width < 24 || box.height < 24)) {
      found.push(`small: ${box.width}x${box.height} ${target.textContent}`);
    }
  }
  for (const picture of document.images) {
    if (picture.naturalWidth === 0) {
      found.push(`no-picture: ${picture.getAttribute("src")}`);
    }
  }
  const result = await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
      "best-practice"],
  });
  for (const violation of result.violations) {
    for (const node of violation.nodes) {
      found.push(`${violation.id}: ${node.target} ${node.failureSummary}`
        .replace(/\s+/g, " "));
    }
  }
  const report = document.createElement("pre");

  report.id = "probe";
  report.textContent =
    `${found.join("\n")}\nrules ${result.passes.length}\ndone\n`;
  document.body.append(report);
});
