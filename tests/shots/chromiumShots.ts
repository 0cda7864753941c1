import { waitUntil } from "../support/waitUntil.ts";
import { see } from "./acts.ts";
import { shutGate } from "./gate.ts";
import { documentOf, home, serveNews, type PictureOf } from "./news.ts";
import { lists, readers, state, unflagged } from "./scenes.ts";
import { flagAll, followOthers, onStage, type Stage } from "./stage.ts";
import { shootNothing, shootStates } from "./states.ts";

/** Everything that can be seen of the extension in Chromium. */
export async function shootChromium(folder: string, pictureOf: PictureOf): Promise<void> {
  const gate = shutGate();
  const prepare = { kind: "chromium", folder } as const;
  await onStage(
    {
      ...prepare,
      prepare: (server) => server.serve(home.path, () => gate.opened.then(() => documentOf(server, home))),
    },
    async (stage) => {
      const serve = () => serveNews(stage.server, pictureOf);
      await stage.camera.shoot(state({ name: "first-load", act: see(".ring") }));
      serve();
      gate.open();
      await followOthers(stage);
      for (const scene of unflagged) await stage.camera.shoot(scene);
      await flagAll(stage);
      for (const scene of [...lists, ...readers]) await stage.camera.shoot(scene);
      await shootSurfaces(stage);
      await shootStates(stage, serve);
    },
  );
  await onStage({ ...prepare, prepare: (server) => server.serve(home.path, { status: 503 }) }, shootNothing);
}

/** The popup under its button, and the side panel beside a page. */
async function shootSurfaces({ browser, camera, desk }: Stage): Promise<void> {
  for (const theme of ["light", "dark", "sepia"] as const) {
    await camera.wear({ theme });
    await desk.bringToFront();
    const popup = await browser.openRealPopup();
    await camera.shootSurface(`popup-${theme}`, popup);
    if (theme !== "sepia") continue;
    await camera.wear({ theme: "light" });
    await popup.click(".pfoot .btn.primary");
    const panel = await browser.realSidePanel();
    const hasMenu = () => panel.evaluate(() => document.querySelector(".lhead [aria-haspopup=menu]") !== null);
    await waitUntil(hasMenu, { what: "the list's menu" });
    await camera.shootSurface("panel-real", panel);
  }
}
