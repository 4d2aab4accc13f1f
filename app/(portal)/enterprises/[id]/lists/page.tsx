import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AssociationForms } from "@/components/enterprises/association-forms";
import { ScaleYearForms } from "@/components/enterprises/scale-year-forms";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { findEnterprise } from "@/lib/enterprises/queries/find-enterprise";

export const metadata: Metadata = { title: "名单" };

export default async function EnterpriseListsPage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const enterprise = await findEnterprise(actor, (await props.params).id);
  if (!enterprise?.can.editLists) notFound();
  const trail = [
    { href: "/enterprises", label: "企业" },
    { href: `/enterprises/${enterprise.id}`, label: enterprise.name },
  ];
  return (
    <>
      <PageHeader title="规模以上企业名单和协会会员" trail={trail} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <ScaleYearForms enterprise={enterprise} day={actor.day} />
        <AssociationForms enterprise={enterprise} day={actor.day} />
      </div>
    </>
  );
}
