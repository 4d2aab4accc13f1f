import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RuleTable } from "@/components/rulebook/rule-table";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { canListFindings, canReadRulebook } from "@/lib/rulebook/policy";
import { rules } from "@/lib/rulebook/rules/rulebook";

export const metadata: Metadata = { title: "规则手册" };

export default async function RulebookPage() {
  const actor = await requireActor();
  if (!canReadRulebook(actor)) notFound();
  const mayList = canListFindings(actor);
  return (
    <>
      <PageHeader
        title="规则手册"
        note="系统按这些规则作出提示，只提醒、不拦截；原文以文件为准。"
        actions={
          mayList && (
            <a className="button" href="/rulebook/findings">
              各支部的规则提示
            </a>
          )
        }
      />
      <div className="panel">
        <RuleTable rules={rules} canListFindings={mayList} />
      </div>
    </>
  );
}
