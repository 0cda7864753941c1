import { readFirst, seeRows } from "./acts.ts";
import { serveNews, type PictureOf } from "./news.ts";
import { panel, tab } from "./scenes.ts";
import { flagAll, followOthers, onStage } from "./stage.ts";

/** Where Firefox draws by itself: the sidebar, and the pages in its own engine. */
export async function shootFirefox(folder: string, pictureOf: PictureOf): Promise<void> {
  await onStage(
    {
      kind: "firefox",
      folder,
      prepare: (server) => serveNews(server, pictureOf),
    },
    async (stage) => {
      const { browser, camera, desk } = stage;
      await followOthers(stage);
      await flagAll(stage);
      await camera.shoot(panel({ name: "firefox-list-400", act: seeRows }));
      await camera.shoot(tab({ name: "firefox-tab-1280", act: readFirst }));
      await desk.bringToFront();
      const popup = await browser.openRealPopup();
      await popup.click(".pfoot .btn.primary");
      await camera.shootSurface("firefox-sidebar", await browser.realSidePanel());
    },
  );
}
