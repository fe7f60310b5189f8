chrome.action.onClicked.addListener(() => {})
export {}
