/**
 * The body of the stub script that a page may place before the tag: calls made before the file has loaded are kept, in
 * order and with their time. The README prints it; it is not part of any bundle.
 */
export const stub = `!function(c){c.q||(c.q=[],"track page identify consent reset forget flush history on".split(" ").forEach(function(m){c[m]=function(){var e=[m,arguments],p=new Promise(function(r){e.push(r,Date.now())});c.q.push(e);return m=="on"?function(){p.then(function(off){off()})}:p}}))}(window.cuelight=window.cuelight||{})`
