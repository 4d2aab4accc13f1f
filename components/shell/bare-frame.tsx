/** A page before or beside the portal: log-in and password pages. */
export function BareFrame(props: { title: string; children: React.ReactNode }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-sm content-center gap-4 p-4">
      <p className="text-center font-medium text-primary">互联网行业党建管理平台</p>
      <h1 className="text-center">{props.title}</h1>
      {props.children}
    </main>
  );
}
