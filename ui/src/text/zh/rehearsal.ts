export const rehearsal = {
  word: "演练",
  strip: "演练：这里的一切都不作数，与正式会议互不影响",
  card: {
    title: "演练",
    hint: "把这场会议复制成一份演练：同样的代表、选票和设置，从发票到公布结果走一遍，录入可以由程序代劳。每一屏、每一幅大屏画面、每一份文书都标明“演练”；演练改不成正式的，也不动这份会议文件。",
    make: "做一份演练",
    made: "演练已经做好，现在打开的是演练。",
  },
  discard: {
    button: "丢弃演练…",
    title: "丢弃这份演练？",
    text: "演练的会议文件马上删除，不能找回；正式的会议文件不受影响。已经另存的演练文书留在原处，上面都有“演练”字样。",
    act: "丢弃",
    done: "演练已经丢弃。",
  },
  simulate: {
    title: "由程序代录",
    hint: "按同一批虚拟的票录完这一遍，以各计票人的名义；两遍录入之间的差异就是下面选定的录错率。",
    rate: "录错率",
    rates: { none: "不录错", few: "每千处5处", many: "每千处20处" },
    passes: { first: "代录首录", second: "代录复录" },
    going: (done: number, of: number) => `正在代录：${done} / ${of}捆，还剩${of - done}捆`,
    begins: "正在代录……",
    stop: "录完这一捆就停",
    done: (done: number, of: number) =>
      done === of ? `代录完成，共${of}捆。` : `代录停在第${done}捆，还剩${of - done}捆。`,
    nothing: "这一遍已经录完。",
  },
};
