import type { Picture } from "../lib/view/pictureAddresses.ts";

/** A box of one shape from the first paint on; none where there is no picture. */
export function Hero({ picture, alt }: { picture: Picture | null; alt: string }) {
  if (picture === null) return null;
  return (
    <figure class="hero">
      {picture.kind === "stored" ? <img src={picture.address} alt={alt} /> : <div class="img" />}
    </figure>
  );
}
