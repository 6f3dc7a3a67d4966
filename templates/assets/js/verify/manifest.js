// The manifest, loaded when the first file is chosen: it is long, and a page from a disk may load scripts only.
// Resolves to { as_of, data_version, count, byDigest, byName }; rejects where it cannot be had.
let manifestPromise = null;

function loadManifest(address) {
  if (!manifestPromise) {
    manifestPromise = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", () => (self.siteManifest ? resolve(indexOf(self.siteManifest)) : reject(new Error(address))));
      script.addEventListener("error", () => reject(new Error(address)));
      document.head.append(script);
    });
    manifestPromise.catch(() => { manifestPromise = null; }); // the next choice tries again
  }
  return manifestPromise;
}

// The files by digest, and by the last part of their path.
function indexOf(manifest) {
  const gather = (key) => {
    const found = new Map();
    for (const file of manifest.files) {
      const name = key(file);
      if (found.has(name)) found.get(name).push(file);
      else found.set(name, [file]);
    }
    return found;
  };
  return {
    as_of: manifest.as_of,
    data_version: manifest.data_version,
    count: manifest.files.length,
    byDigest: gather((file) => file.sha256),
    byName: gather((file) => file.path.replace(/^.*\//, "")),
  };
}
