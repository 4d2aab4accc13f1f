/** Which branch held the meeting, for somebody who keeps the records of several. */
export function BranchChoice(props: { branches: { id: string; name: string }[]; asked: Record<string, string> }) {
  return (
    <form action="/org-life/new" className="grid gap-4">
      {Object.entries(props.asked).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="grid gap-1 font-medium">
        党支部
        <select name="branch" className="input font-normal" required defaultValue="">
          <option value="">请选择</option>
          {props.branches.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div>
        <button type="submit" className="button button-primary">
          下一步
        </button>
      </div>
    </form>
  );
}
