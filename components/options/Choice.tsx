type Props<Value> = {
  id: string;
  label: string;
  hint: string;
  choices: readonly Value[];
  chosen: Value;
  say: (value: Value) => string;
  onChoose: (value: Value) => void;
};

/** One of a few values. */
export function Choice<Value>({ id, label, hint, choices, chosen, say, onChoose }: Props<Value>) {
  return (
    <div class="set">
      <label for={id}>{label}</label>
      <p id={`${id}-hint`}>{hint}</p>
      <div class="c">
        <select
          class="field num"
          id={id}
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget }) => {
            for (const value of choices.slice(currentTarget.selectedIndex, currentTarget.selectedIndex + 1))
              onChoose(value);
          }}
        >
          {choices.map((value, i) => (
            <option key={i} selected={value === chosen}>
              {say(value)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
