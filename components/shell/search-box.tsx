/** One box for enterprises, branches and members; a plain form, so that it works at once and everywhere. */
export function SearchBox(props: { initial?: string }) {
  return (
    <form action="/search" role="search" className="search">
      <input
        type="search"
        name="q"
        aria-label="搜索企业、党支部、党员"
        placeholder="名称、拼音首字母、信用代码、手机后四位"
        defaultValue={props.initial}
        maxLength={50}
        required
      />
      <button type="submit">搜索</button>
    </form>
  );
}
