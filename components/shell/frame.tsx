import { LogOutGuard } from "@/components/field/leaving/log-out-guard";
import { SearchBox } from "@/components/shell/search-box";

type Menu = { heading: string; ways: { href: string; label: string }[] }[];
type Person = { name: string; place: string | null };

/** The frame around every page: where one can go, a search, who is logged in. */
export function Frame(props: {
  person: Person;
  menu: Menu;
  /** The path of this page, so that the menu shows where one is. */
  path: string;
  canSearch: boolean;
  /** Notifications not yet read; null for who has no inbox. */
  unread: number | null;
  isSample: boolean;
  logOut: () => Promise<void>;
  children: React.ReactNode;
}) {
  const ways = <Ways menu={props.menu} path={props.path} />;
  return (
    <>
      <a href="#main" className="skip">
        跳到正文
      </a>
      <header className="top no-print">
        <a href="/" className="brand">
          互联网行业党建管理平台
        </a>
        <details className="ways-phone">
          <summary>菜单</summary>
          <nav aria-label="主菜单（手机）">{ways}</nav>
        </details>
        {props.canSearch && <SearchBox />}
        {props.unread !== null && <InboxLink unread={props.unread} />}
        <details className="person">
          <summary>{props.person.name}</summary>
          <div>
            {props.person.place && <p className="muted">{props.person.place}</p>}
            <a href="/password">修改密码</a>
            <a href="/sessions">登录情况</a>
            <form action={props.logOut}>
              {props.menu.some(({ ways }) => ways.some(({ href }) => href === "/field")) && <LogOutGuard />}
              <button type="submit" className="button w-full">
                退出登录
              </button>
            </form>
          </div>
        </details>
      </header>
      {props.isSample && <p className="sample">示例数据：企业、人员、号码均为虚构，仅供试用。</p>}
      <div className="body">
        <nav aria-label="主菜单" className="ways no-print">
          {ways}
        </nav>
        <main id="main">{props.children}</main>
      </div>
      <footer className="foot no-print">
        <a href={`/suggestions/new?page=${encodeURIComponent(props.path)}`}>意见建议</a>
      </footer>
    </>
  );
}

/** The menu under its headings; one part needs none. */
function Ways({ menu, path }: { menu: Menu; path: string }) {
  return menu.map(({ heading, ways }) => (
    <div key={heading} className="ways-part">
      {menu.length > 1 && <p className="ways-heading">{heading}</p>}
      {ways.map(({ href, label }) => (
        <a key={href} href={href} className="way" aria-current={isHere(href, path) ? "page" : undefined}>
          {label}
        </a>
      ))}
    </div>
  ));
}

function InboxLink({ unread }: { unread: number }) {
  const count = unread > 99 ? "99+" : String(unread);
  return (
    <a href="/notifications" className="inbox" aria-label={unread ? `通知，${unread} 条未读` : "通知"}>
      通知{unread > 0 && <span>{count}</span>}
    </a>
  );
}

function isHere(href: string, path: string): boolean {
  return href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
}
