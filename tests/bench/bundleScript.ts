import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

/** A change of one source file on its way into a bundle: `find` stands in it once. There is no switch in the product. */
export type Patch = { file: string; find: string; replace: string };

/** The script and all that it imports as one, for a worker that knows no modules. */
export async function bundleScript(script: string, patches: Patch[] = []): Promise<string> {
  const left = new Set(patches);
  const built = await build({
    configFile: false,
    logLevel: "warn",
    // Its main file is for Node; this one is for browsers and looks for a window.
    resolve: { alias: { "rss-parser": fileURLToPath(import.meta.resolve("rss-parser/dist/rss-parser.min.js")) } },
    // SQLite looks for its files beside itself.
    define: { "import.meta.url": "self.location.href" },
    build: { write: false, target: "esnext", lib: { entry: script, formats: ["iife"], name: "worker" } },
    plugins: [patcher(left)],
  });
  const [chunk] = (Array.isArray(built) ? built : [built]).flatMap((each) => ("output" in each ? each.output : []));
  if (chunk?.type !== "chunk") throw new Error("The bundler made no script");
  for (const { file, find } of left)
    throw new Error(`"${find}" stands not once in ${file}: mend the benchmark's patch`);
  return chunk.code;
}

/** Takes each patch that it could apply out of `left`. */
function patcher(left: Set<Patch>): Plugin {
  return {
    name: "patches",
    enforce: "pre",
    transform: (code, id) => {
      const here = [...left].filter(({ file, find }) => id === pathOf(file) && code.split(find).length === 2);
      if (here.length === 0) return null;
      for (const patch of here) left.delete(patch);
      return here.reduce((patched, { find, replace }) => patched.replace(find, () => replace), code);
    },
  };
}

const pathOf = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));
