// The parts of an index are scripts, since from a disk nothing can be fetched: each hands its data over
// under its name, which is its digest.
const searchAsked = new Map();

function searchAsk(name) {
  if (!searchAsked.has(name)) {
    const asked = {};
    asked.promise = new Promise((resolve, reject) => Object.assign(asked, { resolve, reject }));
    searchAsked.set(name, asked);
  }
  return searchAsked.get(name);
}

// Called by the parts themselves.
function searchPart(name, data) {
  searchAsk(name).resolve(data);
}

// Load a part once. `file` is its address without the suffix. What fails is asked for anew the next time.
function searchLoad(file, name) {
  const asked = searchAsk(name);
  if (!asked.script) {
    asked.script = document.createElement("script");
    asked.script.src = `${file}.js`;
    asked.script.addEventListener("error", () => {
      searchAsked.delete(name);
      asked.reject(Object.assign(new Error(file), { name: "SearchPartMissing" }));
    });
    document.head.append(asked.script);
  }
  return asked.promise;
}

// The index of a language: its head, and functions that load terms and texts. `loaded` counts the bytes that
// came for it, as the network tells, or a guess where the browser does not.
async function searchOpen(root, path) {
  const folder = `${root}${path.slice(0, path.lastIndexOf("/"))}`;
  const head = await searchLoad(root + path, path.split("/").pop());
  return (head.index ??= searchIndex(head, folder));
}

function searchIndex(head, folder) {
  const isSmall = head.itemFiles.length + head.otherFiles.length <= 200;
  const index = { ...head, isSmall, loaded: 0 };
  const counted = new Set();
  const load = async (name) => {
    const data = await searchLoad(`${folder}/${name}`, name);
    if (!counted.has(name)) {
      counted.add(name);
      const [timing] = performance.getEntriesByName(new URL(`${folder}/${name}.js`, location.href).href);
      index.loaded += (timing && timing.encodedBodySize) || JSON.stringify(data).length / 2;
    }
    return data;
  };
  index.part = (number) => load(head.terms[number]);
  index.text = async (files, document) => {
    let at = files.length - 1;
    while (files[at][0] > document) at -= 1;
    const [first, name] = files[at];
    return (await load(name))[document - first];
  };
  return index;
}
