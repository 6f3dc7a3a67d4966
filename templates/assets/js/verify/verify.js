// Check chosen or dropped files against the manifest and say what each is. Nothing leaves the browser.
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-manifest]");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  const zone = form.querySelector(".drop");
  const status = form.querySelector("[role=status]");
  const results = form.querySelector(".verify-results");
  const section = form.querySelector("section");
  const kinds = JSON.parse(form.dataset.kinds);
  const names = JSON.parse(form.dataset.names);
  const lang = document.documentElement.lang;
  const number = new Intl.NumberFormat(lang);
  let turn = 0; // a later choice takes the place of one still at work

  const fill = (words, gaps) => words.replace(/\{(\w+)\}/g, (whole, gap) => (gap in gaps ? gaps[gap] : whole));
  const bytes = (count) => fill(count === 1 ? form.dataset.byte : form.dataset.bytes, { n: number.format(count) });
  const dayOf = (iso) => new Date(`${iso}T00:00Z`).toLocaleDateString(lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeZone: "UTC" });

  function linkTo(file) {
    const link = document.createElement("a");
    const isFromDisk = location.protocol === "file:";
    const path = isFromDisk ? file.path : file.path.replace(/(^|\/)index\.html$/, "$1");
    link.href = form.dataset.root + path.split("/").map(encodeURIComponent).join("/");
    say(link, kindOf(file.path, kinds, names));
    return link;
  }

  // A copy of the template for an outcome, with its places filled.
  function result(outcome, file, gaps) {
    const item = document.getElementById(`verify-${outcome}`).content.cloneNode(true);
    for (const [place, value] of Object.entries({ name: file.name, size: bytes(file.size), ...gaps })) {
      const element = item.querySelector(`[data-place=${place}]`);
      if (element) say(element, value);
    }
    return item;
  }

  function listed(item, files) {
    item.querySelector("[data-place=files]").replaceChildren(...files.map((file) => {
      const line = document.createElement("li");
      const path = document.createElement("code");
      say(path, file.path);
      line.append(linkTo(file), " ", path);
      if (file.published) line.append(" ", fill(form.dataset.published, { day: dayOf(file.published) }));
      return line;
    }));
    return item;
  }

  // What became of one file: the name of its outcome, and what to show.
  async function check(file, manifest) {
    let digest;
    try {
      digest = await sha256(file);
    } catch {
      return ["failed", result("failed", file, {})];
    }
    const found = manifest.byDigest.get(digest);
    if (found) return ["found", listed(result("found", file, { digest }), found)];
    if (/^manifest( ?\(\d+\))?\.js(on)?$/.test(file.name)) return ["itself", result("itself", file, { digest })];
    const missing = result("missing", file, { digest });
    const namesakes = manifest.byName.get(file.name) || [];
    const hint = missing.querySelector("[data-hint]");
    if (namesakes.length === 1) hint.append(linkTo(namesakes[0]), ` · ${bytes(namesakes[0].bytes)}`);
    else hint.remove();
    return ["missing", missing];
  }

  async function checkAll(files) {
    const mine = ++turn;
    section.hidden = false;
    results.replaceChildren();
    say(status, form.dataset.loading);
    let manifest;
    try {
      manifest = await loadManifest(form.dataset.manifest);
    } catch {
      if (mine === turn) say(status, form.dataset.noManifest);
      return;
    }
    const counts = { n: files.length, found: 0, missing: 0, itself: 0, failed: 0 };
    for (const file of files) {
      if (mine !== turn) return;
      say(status, fill(form.dataset.working, { name: file.name }));
      const [outcome, item] = await check(file, manifest);
      if (mine !== turn) return;
      counts[outcome] += 1;
      results.append(item);
    }
    const version = manifest.data_version;
    const said = [fill(form.dataset.done, counts)];
    said.push(fill(form.dataset.against, { day: dayOf(manifest.as_of), version: version.slice(0, 12), n: number.format(manifest.count) }));
    if (version !== form.dataset.version) said.push(form.dataset.stale);
    say(status, said.join(lang === "en" ? " " : ""));
  }

  const take = (list) => { if (list.length) checkAll([...list]); };
  input.addEventListener("change", () => { take(input.files); });
  input.addEventListener("click", () => { input.value = ""; }); // so that the same file can be chosen again
  for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
    // On the whole page, for a browser opens what misses the zone, and the page is gone.
    document.addEventListener(kind, (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      zone.classList.toggle("is-over", kind === "dragenter" || kind === "dragover");
      if (kind === "drop") take(event.dataTransfer.files);
    });
  }
  form.addEventListener("submit", (event) => event.preventDefault());
});
