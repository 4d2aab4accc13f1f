import { headers } from "next/headers";
import { notFound } from "next/navigation";

/**
 * The floor of every measurement (`npm run bench`): a bare dynamic page with a table of fifty rows and eight columns, no
 * session and no database. It is there only while it is measured.
 */
export default async function FloorPage() {
  await headers();
  if (process.env.BENCH !== "1") notFound();
  return (
    <table className="table">
      <tbody>
        {Array.from({ length: 50 }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change
          <tr key={row}>
            <td>
              <a href={`/floor?row=${row}`}>重庆云达第{row}网络科技有限公司</a>
            </td>
            <td>91500112MA5U{row}XYZ</td>
            <td>网络技术</td>
            <td>第三产业园 {row}号楼</td>
            <td>是</td>
            <td className="number">{row * 7}</td>
            <td className="number">{row % 5}</td>
            <td>未覆盖</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
