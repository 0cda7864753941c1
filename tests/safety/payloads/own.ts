import { addresses } from "./addresses.ts";
import { characters } from "./characters.ts";
import { clobbering } from "./clobbering.ts";
import { commands } from "./commands.ts";
import { drawings } from "./drawings.ts";
import { forms } from "./forms.ts";
import { frames } from "./frames.ts";
import { handlers } from "./handlers.ts";
import { loads } from "./loads.ts";
import { markdown } from "./markdown.ts";
import { navigation } from "./navigation.ts";
import { overlays } from "./overlays.ts";
import type { Payload } from "./payload.ts";
import { reparsed } from "./reparsed.ts";
import { scripts } from "./scripts.ts";
import { shadows } from "./shadows.ts";
import { sinks } from "./sinks.ts";

export const OWN: Payload[] = [
  ...[scripts, handlers, addresses, drawings, reparsed, clobbering, overlays, forms, frames, loads].flat(),
  ...[characters, markdown, shadows, sinks, navigation, commands].flat(),
];
