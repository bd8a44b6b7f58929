/* Stands in WINEPATH under the name of a tool of Linux (pdftotext.exe): has the tool run outside of wine, which cannot start one, by way of
   files in the folder PIAOJUE_OUTSIDE. There tools/windows-test runs what it finds, and answers. For tests alone. */
#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

typedef char *(CDECL *unix_name)(const wchar_t *);

static wchar_t box[MAX_PATH];

static FILE *part(const wchar_t *name, const wchar_t *how) {
    wchar_t path[MAX_PATH];
    swprintf(path, MAX_PATH, L"%ls\\%ls", box, name);
    return _wfopen(path, how);
}

static void pour(FILE *from, FILE *to) {
    char bytes[65536];
    size_t read;
    if (!from || !to) return;
    while ((read = fread(bytes, 1, sizeof bytes, from)) > 0) fwrite(bytes, 1, read, to);
}

/* A path of a drive is named as Linux names it; all else is given on as it stands. */
static void say(FILE *to, const wchar_t *word, unix_name name) {
    char text[32768];
    const wchar_t *path = wcsncmp(word, L"\\\\?\\", 4) == 0 ? word + 4 : word;
    if (name && path[0] && path[1] == L':') {
        char *found = name(path);
        fputs(found ? found : "", to);
    } else {
        WideCharToMultiByte(CP_UTF8, 0, word, -1, text, sizeof text, NULL, NULL);
        fputs(text, to);
    }
    fputc(0, to);
}

int wmain(int count, wchar_t **words) {
    wchar_t tool[MAX_PATH], here[MAX_PATH], asked[MAX_PATH], folder[MAX_PATH];
    unix_name name = (unix_name)(void *)GetProcAddress(GetModuleHandleA("kernel32"), "wine_get_unix_file_name");
    int code = 1;
    FILE *file;
    if (!GetEnvironmentVariableW(L"PIAOJUE_OUTSIDE", folder, MAX_PATH)) return 127;
    swprintf(box, MAX_PATH, L"%ls\\%lu", folder, GetCurrentProcessId());
    CreateDirectoryW(box, NULL);
    _setmode(0, _O_BINARY), _setmode(1, _O_BINARY), _setmode(2, _O_BINARY);

    file = part(L"stdin", L"wb");
    if (GetFileType(GetStdHandle(STD_INPUT_HANDLE)) == FILE_TYPE_PIPE) pour(stdin, file);
    fclose(file);
    GetModuleFileNameW(NULL, tool, MAX_PATH);
    *wcsrchr(tool, L'.') = 0;
    GetCurrentDirectoryW(MAX_PATH, here);
    file = part(L"words", L"wb");
    say(file, wcsrchr(tool, L'\\') + 1, NULL);
    for (int at = 1; at < count; at++) say(file, words[at], name);
    fclose(file);
    file = part(L"here", L"wb");
    say(file, here, name);
    fclose(file);
    swprintf(asked, MAX_PATH, L"%ls.asked", box);
    MoveFileW(box, asked);
    swprintf(box, MAX_PATH, L"%ls\\%lu.answered", folder, GetCurrentProcessId());
    while (GetFileAttributesW(box) == INVALID_FILE_ATTRIBUTES) Sleep(10);

    pour(part(L"stdout", L"rb"), stdout);
    pour(part(L"stderr", L"rb"), stderr);
    if ((file = part(L"code", L"r"))) fscanf(file, "%d", &code);
    fflush(stdout);
    return code;
}
