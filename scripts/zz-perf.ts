import { workbookBuffer } from "@/lib/sheets/write-workbook";
import { freshCreditCode, freshIdNumber, freshPhone } from "@/tests/support/fresh";
import { operatorOf } from "@/lib/auth/operator";
import { judgeImport } from "@/lib/imports/commands/judge-import";
import { confirmImport } from "@/lib/imports/commands/confirm-import";
import { writeImport } from "@/lib/imports/commands/write-import";
import { takeBackImport } from "@/lib/imports/commands/take-back-import";
import { closeDatabase, db } from "@/lib/db/client";
const chars=[..."云达科技重庆渝北仙桃数据谷信息网络文化传媒创意软件智能互联天地和平阳光未来新星辰海量"];
const N=10000; const committeeId='00000000-0000-7000-8000-000000000001', parkId='00000000-0000-7000-8000-000000000002';
const kind = process.argv[2] === "members" ? "MEMBERS" : "ENTERPRISES";
const name=(i:number)=>"重庆"+Array.from({length:4},(_,j)=>chars[(i*7+j*13+((i/37)|0))%chars.length]).join("")+i+"科技有限公司";
const make = (bump: number) => kind === "MEMBERS" ? workbookBuffer({sheetName:"s",columns:["姓名","性别","公民身份号码","民族","学历","入党日期","人员类别","工作单位","职务","手机号码"].map(header=>({header,kind:"text",width:10})) as never, rows:[Array.from({length:N},(_,i)=>["张"+chars[i%40]+chars[(i*3)%40],"女",ids[i]!,"汉族","本科","2015-01-02","正式党员",name(i),bump?"经理"+bump:"工程师",phones[i]!])]})
 : workbookBuffer({sheetName:"企业",columns:["企业名称","统一社会信用代码","法定代表人","成立日期","注册资本（万元）","行业类别","注册地址","是否入驻","从业人员数","其中：党员数","联系电话","登记状态"].map(header=>({header,kind:"text",width:10})) as never, rows:[Array.from({length:N},(_,i)=>[name(i),codes[i]!,"李"+chars[i%40],"2019-03-05","1000","网络技术","重庆市仙桃街道"+i+"号",i%3?"是":"否",String(20+i%80+bump),"3",phones[i]!,i%50?"存续":"注销"])]});
const codes=Array.from({length:N},freshCreditCode), phones=Array.from({length:N},freshPhone), ids=Array.from({length:N},freshIdNumber);
const actor=operatorOf([committeeId]);
import { readFileSync } from "node:fs";
async function pgcpu(){ const r=await db.$queryRaw<{pid:number}[]>`SELECT pid FROM pg_stat_activity WHERE datname='imp'`; let sum=0; for(const {pid} of r){ try{const f=readFileSync(`/proc/${pid}/stat`,"utf8").split(") ")[1]!.split(" "); sum+=(Number(f[11])+Number(f[12]))*10;}catch{} } return sum; }
const cpu=async()=>{const c=process.cpuUsage(); return {node:(c.user+c.system)/1000, pg:await pgcpu()};};
const diff=(a:{node:number;pg:number},b:{node:number;pg:number})=>`node ${Math.round(b.node-a.node)} pg ${Math.round(b.pg-a.pg)}`;
async function run(label:string,bytes:Buffer){ const c0=await cpu(); const t0=performance.now(); const {id}=await judgeImport(actor,{kind,committeeId,parkId,fileName:label+".xlsx",bytes}); const t1=performance.now(); const c1=await cpu(); let t2=t1;
 if (await db.importRow.count({where:{batchId:id,outcome:{in:["NEW","CHANGED"]}}})) { await confirmImport(actor,{id}); await writeImport(actor,id); t2=performance.now(); }
 const c2=await cpu(); console.log("CPU judge",diff(c0,c1),"| write",diff(c1,c2));
 console.log(label,"judge",Math.round(t1-t0),"write",Math.round(t2-t1),"total",Math.round(t2-t0), JSON.stringify(await db.importRow.groupBy({by:["outcome"],where:{batchId:id},_count:true}))); return id;}
const file=await make(0), changedFile=await make(1);
const id=await run("new",file); if(process.argv[3]==="once"){await closeDatabase(); process.exit(0);} await run("again",file); const id2=await run("changed",changedFile);
let t=performance.now(); await takeBackImport(actor,{id:id2,reason:"x"}); console.log("take back changed",Math.round(performance.now()-t));
if(kind==="ENTERPRISES"||1){t=performance.now(); try{await takeBackImport(actor,{id,reason:"x"});}catch(e){console.log((e as Error).message)} console.log("take back new",Math.round(performance.now()-t));}
console.log("rss",Math.round(process.memoryUsage().rss/1e6)); await closeDatabase();
