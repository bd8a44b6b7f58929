; The installer for Windows: for one user, without an administrator, in Chinese or English. tools/windows calls it:
;   makensis -INPUTCHARSET UTF8 -DVERSION=… -DFILES=FOLDER -DICON=FILE -DOUT=FILE [-DWEBVIEW2=FILE] windows.nsi
; Silent (/S): ends with 2 where the program runs.
Target amd64-unicode
Unicode true
; The fonts stand in both programs: with a window of 64 MB they are packed once.
SetCompressor /SOLID lzma
SetCompressorDictSize 64
RequestExecutionLevel user
Name "票决台"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Piaojue"
InstallDirRegKey HKCU "Software\Piaojue" "Folder"
BrandingText "票决台 Piaojue ${VERSION}"
ManifestDPIAware true

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Piaojue"
!define CLASSES "Software\Classes"
!define RUNTIME "MicrosoftEdgeWebView2RuntimeInstallerX64.exe"
!define WEBVIEW "Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\piaojue.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString RUNNING ${LANG_SIMPCHINESE} "票决台正在运行。请先关闭它，再点“重试”。"
LangString RUNNING ${LANG_ENGLISH} "Piaojue is running. Close it first, then choose Retry."
LangString SESSION ${LANG_SIMPCHINESE} "票决台会议文件"
LangString SESSION ${LANG_ENGLISH} "Piaojue session"
LangString ENGINE ${LANG_SIMPCHINESE} "这台电脑没有 WebView2，票决台装好后还打不开窗口。$\r$\n$\r$\n请把微软的 ${RUNTIME} 放在本安装程序旁边（同一个U盘、同一个文件夹），以管理员身份运行一次，再打开票决台。它不用联网。"
LangString ENGINE ${LANG_ENGLISH} "WebView2 is missing on this computer: Piaojue is installed but shows no window yet.$\r$\n$\r$\nPut Microsoft's ${RUNTIME} beside this installer (same stick, same folder), run it once as administrator, then start Piaojue. It needs no network."
LangString ENGINE_NOW ${LANG_SIMPCHINESE} "这台电脑没有 WebView2，旁边有微软的安装程序。现在安装吗？（会要求管理员同意）"
LangString ENGINE_NOW ${LANG_ENGLISH} "WebView2 is missing on this computer, and Microsoft's installer lies beside. Install it now? (An administrator is asked.)"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "ProductName" "票决台"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "FileDescription" "票决台安装程序"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "LegalCopyright" "MIT OR Apache-2.0"

; A running program cannot be written to.
!macro WAIT_UNTIL_CLOSED
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\piaojue.exe"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\piaojue.exe" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    ${If} ${Silent}
      SetErrorLevel 2
      Quit
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" IDRETRY +2
    Quit
  ${Loop}
!macroend

Section
  !insertmacro WAIT_UNTIL_CLOSED
  SetOutPath "$INSTDIR"
  File /r "${FILES}/*"
  CreateDirectory "$INSTDIR\fonts"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\票决台.lnk" "$INSTDIR\piaojue.exe"
  CreateShortcut "$DESKTOP\票决台.lnk" "$INSTDIR\piaojue.exe"

  WriteRegStr HKCU "${CLASSES}\.piaojue" "" "Piaojue.Session"
  WriteRegStr HKCU "${CLASSES}\.piaojue" "Content Type" "application/x-piaojue"
  WriteRegStr HKCU "${CLASSES}\Piaojue.Session" "" "$(SESSION)"
  WriteRegStr HKCU "${CLASSES}\Piaojue.Session\DefaultIcon" "" "$INSTDIR\piaojue.exe,0"
  WriteRegStr HKCU "${CLASSES}\Piaojue.Session\shell\open\command" "" '"$INSTDIR\piaojue.exe" "%1"'

  WriteRegStr HKCU "Software\Piaojue" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "票决台"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\piaojue.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Piaojue authors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  ; The shell is told of the new ending.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

; What shows the pages: asked for where Microsoft's own installers write it down, for the machine and for the user.
Section
  ReadRegStr $0 HKLM "SOFTWARE\WOW6432Node\${WEBVIEW}" "pv"
  ${If} $0 == ""
    ReadRegStr $0 HKLM "SOFTWARE\${WEBVIEW}" "pv"
  ${EndIf}
  ${If} $0 == ""
    ReadRegStr $0 HKCU "Software\${WEBVIEW}" "pv"
  ${EndIf}
  ${If} $0 == ""
  ${OrIf} $0 == "0.0.0.0"
    !ifdef WEBVIEW2
      SetOutPath "$PLUGINSDIR"
      File "/oname=${RUNTIME}" "${WEBVIEW2}"
      ExecShellWait "runas" "$PLUGINSDIR\${RUNTIME}" "/install"
    !else
      ${If} ${FileExists} "$EXEDIR\${RUNTIME}"
        ${If} ${Silent}
          ExecWait '"$EXEDIR\${RUNTIME}" /silent /install'
        ${Else}
          MessageBox MB_YESNO|MB_ICONQUESTION "$(ENGINE_NOW)" IDNO later
          ExecShellWait "runas" "$EXEDIR\${RUNTIME}" "/install"
          later:
        ${EndIf}
      ${Else}
        MessageBox MB_OK|MB_ICONINFORMATION "$(ENGINE)" /SD IDOK
      ${EndIf}
    !endif
  ${EndIf}
SectionEnd

Section Uninstall
  !insertmacro WAIT_UNTIL_CLOSED
  ; By name: an office's own fonts stay, and so does everything that was put here.
  Delete "$INSTDIR\piaojue.exe"
  Delete "$INSTDIR\piaojue-cli.exe"
  Delete "$INSTDIR\WebView2Loader.dll"
  Delete "$INSTDIR\recount.html"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\third-party.txt"
  Delete "$INSTDIR\开始使用.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR\fonts"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\票决台.lnk"
  Delete "$DESKTOP\票决台.lnk"
  DeleteRegKey HKCU "${CLASSES}\Piaojue.Session"
  ReadRegStr $0 HKCU "${CLASSES}\.piaojue" ""
  ${If} $0 == "Piaojue.Session"
    DeleteRegKey HKCU "${CLASSES}\.piaojue"
  ${EndIf}
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Piaojue"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
