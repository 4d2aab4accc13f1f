import { describeSetting, settingLabels } from "@/lib/settings/labels";
import type { listCommitteeSettings } from "@/lib/settings/queries";
import { changeableKeys } from "@/lib/settings/schema";

type Row = Awaited<ReturnType<typeof listCommitteeSettings>>[number];

export function SettingTable({ committees }: { committees: Row[] }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">党委</th>
          <th scope="col">上级党委</th>
          {changeableKeys.map((key) => (
            <th key={key} scope="col">
              {settingLabels[key]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {committees.map((committee) => (
          <tr key={committee.id}>
            <td>
              <a href={`/settings/${committee.id}`}>{committee.name}</a>
            </td>
            <td data-label="上级党委">{committee.parentName ?? "—"}</td>
            {changeableKeys.map((key) => (
              <td key={key} data-label={settingLabels[key]}>
                {describeSetting(key, committee.settings[key])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
