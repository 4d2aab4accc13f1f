import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { genderLabels, memberStageLabels, type PersonalNumber, personalNumberLabels } from "@/lib/members/labels";
import type { MemberFile } from "@/lib/members/queries/find-member";

export function MemberFacts({ member }: { member: MemberFile }) {
  const base = `/members/${member.id}`;
  const reveal = (what: PersonalNumber) => (
    <a href={`${base}/reveal?what=${what}`} aria-label={`查看完整${personalNumberLabels[what]}`}>
      查看
    </a>
  );
  return (
    <Panel title="基本情况" more={member.can.edit && <a href={`${base}/edit`}>修改</a>}>
      <Facts
        items={[
          { label: "性别", value: member.gender && genderLabels[member.gender] },
          { label: "民族", value: member.ethnicity },
          { label: "出生日期", value: member.birthOn },
          { label: "学历", value: member.education },
          {
            label: "身份证号",
            value: member.idNumberMasked,
            note: member.can.revealIdNumber && reveal("idNumber"),
          },
          { label: "手机号", value: member.phoneMasked, note: member.can.revealPhone && reveal("phone") },
          { label: "流动党员", value: member.isMobile ? "是" : "否" },
          { label: "所属党委", value: member.committee.name },
        ]}
      />
    </Panel>
  );
}

/** The way from applicant to full member: what is known of its days, and what comes next. */
export function MemberStages({ member }: { member: MemberFile }) {
  const { nextStage } = member;
  return (
    <Panel
      title="发展党员"
      more={
        member.can.edit && nextStage && <a href={`/members/${member.id}/stage`}>登记为{memberStageLabels[nextStage]}</a>
      }
    >
      <Facts
        items={[
          { label: "人员类别", value: memberStageLabels[member.stage] },
          { label: "入党日期", value: member.joinedOn },
          { label: "转正日期", value: member.becameFullOn },
          ...(member.probation ? [{ label: "预备期", value: probationWords(member.probation) }] : []),
        ]}
      />
    </Panel>
  );
}

function probationWords({ endsOn, daysLeft }: NonNullable<MemberFile["probation"]>) {
  if (daysLeft > 60) return `${endsOn} 满一年`;
  const words =
    daysLeft > 0 ? `还有 ${daysLeft} 天` : daysLeft === 0 ? "今天满一年" : `已超过 ${-daysLeft} 天，请及时讨论转正`;
  return (
    <>
      {endsOn} 满一年，<strong className={daysLeft < 0 ? "text-bad" : "text-attention"}>{words}</strong>
    </>
  );
}
