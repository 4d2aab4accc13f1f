export default function NotFound() {
  return (
    <div className="panel py-12 text-center">
      <h1>找不到这个页面</h1>
      <p className="muted mt-2">记录可能已被删除，或不在您的管理范围内。</p>
      <p className="mt-4">
        <a href="/">回到工作台</a>
      </p>
    </div>
  );
}
