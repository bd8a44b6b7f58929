// 规则以外的失败：文件、磁盘、打印机；会议文件里哪里不对。
import type { FaultFound, Trouble } from "#ui/bindings";

type Troubles = { [T in Trouble["code"]]: (of: Extract<Trouble, { code: T }>) => string };
type Faults = { [F in FaultFound["fault"]]: (of: Extract<FaultFound, { fault: F }>) => string };

/** 规则以外的失败：出了什么事，接着怎么办；括号里是原因的原话。 */
export const failed: Troubles = {
  not_chosen: ({ path }) =>
    `没有打开${path}：它不是在对话框里选的，也不在最近打开的文件里。请点“打开文件”选它。`,
  no_session: () => "没有打开的会议文件。请回到开始页打开。",
  stopped: () => "程序内部出错，不能再记录。请关闭票决台，重新打开会议文件，看过最后一步再做。",
  not_found: () => "找不到这个文件，可能已被移走。请用“打开会议文件”另找。",
  already_exists: () => "同名的文件已经存在，没有覆盖它。请直接打开它，或换一个名字。",
  already_open: ({ path }) => `${path} 正被另一个窗口或另一台电脑使用。请先关闭那一边。`,
  another_is_open: ({ title, path }) =>
    `现在打开的是“${title}”，没有打开 ${path}。要打开它，先到“存档”关闭现在的会议。`,
  not_a_session: () => "这不是会议文件。请选择扩展名为 .piaojue 的文件。",
  interrupted: ({ path }) => `${path} 上次写入时中断了。请先用票决台打开一次，再由它建立。`,
  too_new: () => "这个文件是较新版本的票决台写的，请升级程序后再打开。",
  damaged: () => "文件已损坏，没有改动它。请从副本打开。",
  no_access: () => "没有读写这个文件的权限。请把它复制到自己的文件夹再打开。",
  disk_full: () => "磁盘空间不足，没有记录。请腾出空间后再做一次。",
  disk_failed: ({ said }) => `磁盘读写出错，没有记录。请换一个磁盘，从副本打开。（${said}）`,
  unsettled: ({ said }) => `磁盘出错，不知道这一步是否已经记下。请重新打开会议文件，看过再做。（${said}）`,
  left_aside: ({ path, aside, said }) =>
    `原来的文件已移到 ${aside}，副本没有能放到 ${path}。请把它改回原来的名字，或另选一个磁盘。（${said}）`,
  paper_not_kept: () => "会议文件里没有存这份文书的原样。请核对会议文件，再重新签发这份文书。",
  paper_not_found: ({ paper }) => `没有第${paper}号文书，可能已换了会议文件。请重新打开“文书”。`,
  old_sqlite: ({ version }) =>
    `本程序带的 SQLite ${version} 可能损坏文件，没有打开。请换用正式发布的票决台。`,
  sqlite: ({ said }) => `会议文件没有读写成功，没有记录。请再做一次；还不行的，从副本打开。（${said}）`,
  no_chance: () => "系统没有提供随机数，PIN 码没有设置。请重新启动电脑再试。",
  not_written_down: ({ said }) => `这一步写不进会议记录，没有记下。请把括号里的话告诉维护人员。（${said}）`,
  loan_damaged: ({ entry }) =>
    `外录文件${entry === null ? "" : `第${entry}条记录`}被改动过或已损坏，不能取回。请从另一台电脑重新拷贝；仍不行的，收回作废后重新录入。`,
  place_not_writable: ({ path }) => `${path} 不能写入，没有带出。请换一个文件夹，或取下优盘的写保护。`,
  copies_not_writable: ({ path }) =>
    `${path} 不能写入，没有改变副本的去处。请换一个文件夹，或取下优盘的写保护。`,
  written_not_recorded: ({ path, said }) =>
    `${path} 已经写出，但会议记录里没有记下。请删去这个文件，再取出一次。（${said}）`,
  file: ({ said }) => `读写文件没有成功，请再试一次。（${said}）`,
  no_printing: () => "本机没有打印服务，没有打印。请用“打开”后在看 PDF 的程序里打印。",
  no_printer: () =>
    "系统没有设好默认打印机，没有打印。请在系统设置里添加打印机并设为默认，或用“打开”后打印。",
  print_there: () =>
    "这台电脑上打开 PDF 的程序不能由票决台直接打印。文书已经在那个程序里打开，请在那里按 Ctrl+P 打印，缩放选“实际大小”。",
  printer: ({ said }) => `没有打印成。请查看打印机是否接通，或用“打开”后打印。（${said}）`,
  viewer: ({ said }) => `文书已经写好，但系统没有能打开 PDF 的程序。请用“另存”后自行打开。（${said}）`,
  paper: ({ said }) => `文书不能排版，没有签发。请改正后再签发。（${said}）`,
  not_read: ({ said }) => `文件不能读取，什么也没有改动。请改正后再试。（${said}）`,
  not_exported: ({ said }) => `没有导出。请再试一次；还不行的，把括号里的话告诉维护人员。（${said}）`,
  window: ({ said }) => `窗口没有办成这一步。请再试一次。（${said}）`,
};

/** 会议文件里哪里不对。 */
export const faults: Faults = {
  pages: ({ said }) => `文件内部结构不完整（${said}）`,
  schema: ({ name }) => `${name} 被其他程序改动`,
  gap: ({ expected }) => `缺少第${expected}条`,
  hash: () => "写入后被改动，指纹不符",
  time: ({ at }) => `时间“${at}”无法识别`,
  too_long: ({ most }) => `这一条超过${most}字节`,
  too_many: ({ most }) => `超过${most}条`,
  too_slow: ({ seconds }) => `读了${seconds}秒还没有读完，没有再读`,
  not_as_written: () => "不是本程序写下的样子：有一项写了两次，或多了空格",
  event: ({ said }) => `写的是什么无法识别（${said}）`,
  out_of_place: () => "不能接在前面的记录之后",
  unaskable: () => "没有任何操作能写下这一条",
  paper_not_issued: ({ sha256 }) => `文书 ${sha256} 从未签发`,
  paper_missing: ({ paper }) => `文件中没有第${paper}号文书`,
  paper_changed: ({ sha256 }) => `文书 ${sha256} 签发后被改动`,
};

export const flaw = {
  entry: (seq: number, fault: string) => `第${seq}条记录：${fault}`,
  because: (fault: string, refusal: string) => `${fault}：${refusal}`,
  damaged: (sentence: string, fault: string) => `${sentence}（${fault}）`,
};
