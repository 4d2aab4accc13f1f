import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/form";
import { formatInstant } from "@/lib/calendar";
import { retryDeliveryAction } from "@/lib/deliveries/actions";
import { stateInWords } from "@/lib/deliveries/labels";
import type { DeliveryRow } from "@/lib/deliveries/queries/list-deliveries";
import { deliveryChannelLabels } from "@/lib/outbox/labels";

/** Subject, way and fault; never what a message says. Those given up can be sent again. */
export function DeliveryTable(props: { rows: DeliveryRow[] }) {
  const canRetry = props.rows.some(({ failedAt, sentAt }) => failedAt && !sentAt);
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">主题</th>
          <th scope="col">渠道</th>
          <th scope="col">收件账号</th>
          <th scope="col">产生时间</th>
          <th scope="col">情况</th>
          <th scope="col" className="number">
            次数
          </th>
          <th scope="col">最近的错误</th>
          {canRetry && <th scope="col">操作</th>}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.id}>
            <td>{row.subject}</td>
            <td data-label="渠道">{deliveryChannelLabels[row.channel]}</td>
            <td data-label="收件账号">{row.user?.username ?? "群"}</td>
            <td data-label="产生时间" className="whitespace-nowrap">
              {formatInstant(row.createdAt)}
            </td>
            <td data-label="情况">{stateInWords(row)}</td>
            <td data-label="次数" className="number">
              {row.attempts}
            </td>
            <td data-label="最近的错误">{row.lastError}</td>
            {canRetry && (
              <td>
                <ActionForm
                  action={retryDeliveryAction}
                  requestKey={randomUUID()}
                  submitLabel="重新发送"
                  isQuiet
                  className=""
                >
                  <input type="hidden" name="id" value={row.id} />
                </ActionForm>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
