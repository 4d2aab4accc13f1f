export default function NotFound() {
  return (
    <main className="mx-auto max-w-lg p-4">
      <div className="panel mt-16 py-12 text-center">
        <h1>找不到这个页面</h1>
        <p className="muted mt-2">地址可能有误，或不在您的管理范围内。</p>
        <p className="mt-4">
          <a href="/">回到工作台</a>
        </p>
      </div>
    </main>
  );
}
