// The little of the browser that pages without a tab ask for. To be imported before anything of the extension.
const language = new URLSearchParams(location.search).get("language") === "ru" ? "ru" : "en"
const nobody = { addListener() {}, removeListener() {} }
Object.assign((globalThis as { chrome?: object }).chrome ?? {}, {
  i18n: { getUILanguage: () => language },
  storage: { local: { get: async () => ({}), onChanged: nobody } },
  runtime: { sendMessage: async () => ({}), getURL: (path: string) => path },
})
