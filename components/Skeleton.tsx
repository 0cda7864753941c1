/** The shapes of rows to come. The header says the same in words. */
export function Skeleton() {
  return (
    <div aria-hidden="true">
      {[1, 2, 3, 4].map((row) => (
        <div key={row} class="skel">
          <div>
            <i />
            <i />
            <i />
            <i />
          </div>
          <b />
        </div>
      ))}
    </div>
  );
}
