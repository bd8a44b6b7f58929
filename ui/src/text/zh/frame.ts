import type { CopyTrouble, Recovered, Scene, StepName } from "#ui/bindings";

const rooms = {
  prepare: "会前",
  floor: "会场",
  count: "计票",
  hall: "大屏",
  papers: "文书",
  after: "会后",
  archive: "存档",
};

const steps: Record<StepName, string> = {
  describe: "填写会议名称",
  roster: "列出代表名册",
  staff: "确定工作人员",
  ballot: "编制选票",
  print_ballot: "印制选票",
  attendance: "清点人数",
  open: "发出选票",
  collect: "收回选票",
  announce_collection: "宣布验票结果",
  first_keying: "首录",
  second_keying: "复录",
  rule: "核对与裁定",
  certify: "总监票人核定",
  report: "签发计票结果报告单",
  announce_result: "宣布结果",
  decision: "签发决定",
};

const scenes: Record<Scene["scene"], string> = {
  welcome: "会议名称",
  agenda: "议程",
  attendance: "到会人数",
  past_projects: "上年项目",
  options: "候选名单",
  how_to_mark: "填票说明",
  zero: "清零",
  voting: "正在投票",
  collection: "验票结果",
  counting: "正在计票",
  result: "计票结果",
  elected: "当选、通过名单",
  hand_motion: "表决事项",
  hand_voting: "正在表决",
  hand_result: "表决结果",
  recess: "休会",
  line: "自拟文字",
  blank: "空白底",
};

export const frame = {
  round: {
    redo: "重新投票",
    again: "重新发票",
    runoff: "再次投票",
    time: (time: number, word: string) => `第${time}次${word}`,
    twin: (twin: number) => `同名第${twin}种`,
  },
  rooms,
  steps,
  scenes,
  railLabel: "房间",
  stepsLabel: "今天的步骤",
  untitled: "尚未命名的会议",
  present: "应到",
  attending: "实到",
  quorum: "法定",
  notCounted: "人数未清点",
  issued: "发出",
  returned: "收回",
  first: "首录",
  second: "复录",
  hallChip: {
    open: "打开大屏",
    close: "关闭大屏",
    rechecking: (scene: string) => `${scene}（复核中）`,
    has: {
      nothing: () => "大屏没有打开",
      put_away: () => "大屏被收起",
      wrong_screen: () => "大屏不在投影上",
      no_answer: () => "大屏没有响应",
      failed: (scene: string) => `大屏画不出“${scene}”`,
      the_one_before: (scene: string) => `大屏正在换成“${scene}”`,
      the_pushed: (scene: string) => `大屏：${scene}`,
    },
  },
  now: "现在",
  next: "接着",
  allDone: "今天的步骤都已办完",
  goTo: (room: string) => `去办理：${room}`,
  waiting: (count: number) => `${count}处待办`,
  progress: (done: number, all: number) => `${done} / ${all}`,
  leave: "关闭会议",
  otherLanguage: "English",
  looks: {
    title: "界面设置",
    size: "大小",
    larger: "放大",
    smaller: "缩小",
    usual: "恢复 100%",
    sizeHint: "也可以按 Ctrl 和 +、−、0。窗口大的，字也随着大。",
    ground: "底色",
    grounds: { system: "随系统", light: "浅色", dark: "深色" },
    tick: "录入时有声音",
    tickHint: "每录完一张响一声，录完一捆响低音。",
    kept: "只在这台电脑上记住，不写入会议文件。",
    done: "好",
  },
  keys: {
    button: "F1 帮助",
    title: "帮助和按键",
    here: "这一屏",
    ofRoom: (room: string) => `“${room}”室内`,
    always: "到处可用",
    rooms: {
      prepare: [
        ["Ctrl + V", "把表格粘贴成名单"],
        ["Enter", "名单里到下一行"],
        ["Alt + ↑ ↓", "移动一行"],
      ],
      floor: [["Enter", "登记光标所在的一步；光标不在哪一步里，不登记"]],
      count: [
        ["1 2 3 …", "依符号次序给一行录标记"],
        ["0  /  *", "空白、无法辨认、多选"],
        ["+  -", "其余全部照第一个标记、其余全部空白"],
        ["↑ ↓", "移动"],
        ["Backspace", "退回并清除"],
        ["W", "另选他人"],
        ["?", "存疑，交总监票人"],
        ["Enter", "录完一张"],
      ],
      hall: [
        ["↑ ↓", "选画面"],
        ["← →", "翻页"],
        ["PageUp PageDown", "到上一项、下一项"],
        ["Enter", "上屏"],
      ],
      papers: [],
      after: [
        ["Esc", "回到列表"],
        ["Tab", "调度：到下一格"],
        ["Enter", "调度：到下一项的同一格"],
        ["Ctrl + S", "调度：一次记下全部"],
      ],
      archive: [],
    } as Record<keyof typeof rooms, readonly (readonly [string, string])[]>,
    inSession: [
      ["Alt + 1 … 7", "会前、会场、计票、大屏、文书、会后、存档"],
      ["F8", "大屏换成空白底，再按换回"],
      ["F9", "打开大屏；只有一块屏幕时再按关闭"],
      ["Ctrl + Z", "撤销刚才的删除或导入"],
    ] as readonly (readonly [string, string])[],
    everywhere: [
      ["F1", "这一屏的帮助和按键"],
      ["Esc", "取消，关闭对话框"],
      ["Tab", "到下一处"],
      ["Ctrl + F", "在名单中查找"],
      ["Ctrl + + − 0", "放大、缩小、恢复"],
    ] as readonly (readonly [string, string])[],
  },
  recovered: ({ entries, unfinished }: Recovered) =>
    `上次没有正常关闭，已经恢复：${entries}条记录都在，前后相接。${unfinished ? "最后一步没有记完，已撤销，请重做。" : "没有丢失。"}没录完的一张要重新录。`,
  putAway: "收起",
  again: {
    title: "页面出了故障，已经重新打开",
    text: "已经记录的都在，一项也没有丢。没有保存的填写和没录完的一张要重新填写。",
    where: (step: string) => `现在办理到：${step}。`,
    goOn: "继续",
  },
  leaveForm: {
    title: "放弃填写的内容？",
    text: "填写的内容还没有保存，离开就没有了。",
    leave: "放弃",
    stay: "继续填写",
  },
  closing: { title: "还有没录完的一张", close: "保存未完成的一张并关闭", stay: "继续录入" },
  closingForms: { title: "会前有修改还没有保存", close: "不保存，直接关闭", stay: "回去保存" },
  closingHall: { title: "现在关闭程序吗？", close: "关闭程序", stay: "不关闭" },
  hallShowing: (scene: string) => `大屏正在显示“${scene}”，关闭后大屏窗口一同关闭。`,
  voteUnderWay: (ballot: string) => `“${ballot}”还没有宣布结果。已经记录的都会保存，下次打开可以接着办。`,
  unsavedForms: (pages: string[]) => `没有保存的是：${pages.join("、")}。`,
  copied: "副本",
  copies: {
    behind: "正在存副本",
    sameDisk: "副本在同一磁盘",
    ready: "副本优盘在",
    trouble: {
      gone: "副本优盘不在",
      other: "插的是别的优盘",
      full: "副本优盘满了",
      not_writable: "副本优盘不能写",
      failed: "副本没有存成",
    } satisfies Record<CopyTrouble["code"], string>,
    why: (trouble: CopyTrouble) => {
      switch (trouble.code) {
        case "gone":
          return "存副本的优盘不在。插回原来的优盘，副本自动补上；已经记录的都在会议文件里。";
        case "other":
          return "插着的不是原来存副本的优盘，没有往上写。插回原来的，或到“存档”另选一处。";
        case "full":
          return "存副本的优盘满了。请腾出空间，或到“存档”另选一处；腾出后自动补上。";
        case "not_writable":
          return `存副本的优盘不能写入。请取下写保护，或到“存档”另选一处。（${trouble.said}）`;
        case "failed":
          return `副本没有存成，稍后自动再存。还不行的，到“存档”另选一处。（${trouble.said}）`;
      }
    },
  },
  sealed: "已封存",
  sealedHint: "已封存，只能查看、打印和导出",
};
