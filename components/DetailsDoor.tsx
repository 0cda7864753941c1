import { useLoaded } from "./loaded.ts";
import type { UnderHeaderProps } from "./UnderHeader.tsx";

/** How the refresh goes for each source, or what a new version brought, under the header. */
export function DetailsDoor(props: Omit<UnderHeaderProps, "isOpen">) {
  const isOpen = props.reader.details.value !== null;
  const Details = useLoaded(loadDetails, isOpen);
  return Details && <Details {...props} isOpen={isOpen} />;
}

const loadDetails = () => import("./UnderHeader.tsx").then(({ UnderHeader }) => UnderHeader);
