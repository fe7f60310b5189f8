import { shell } from "./shop-parts"
import type { ShopWalk } from "./walk-shop"

const account = shell(
  `<h1>My account</h1><p>Hello Kim</p><form action="/logout"><button>Log out</button></form>`,
)

/** Accounts, newsletters and contact forms as the systems of shops print them: sent by the browser and by scripts, taken and refused. */
export const accountWalks: ShopWalk[] = [
  {
    title: "WooCommerce my account: login and registration on one page, both refused at first",
    pages: {
      "/my-account/": shell(
        `<h1>My account</h1><div class="woocommerce"><div class="woocommerce-notices-wrapper"></div><div class="u-columns col2-set" id="customer_login"><div class="u-column1 col-1"><h2>Login</h2><form class="woocommerce-form woocommerce-form-login login" method="post"><p><input type="text" name="username" id="username" autocomplete="username"></p><p><input type="password" name="password" id="password" autocomplete="current-password"></p><p><input name="rememberme" type="checkbox"><button type="submit" id="login" class="woocommerce-button button woocommerce-form-login__submit" name="login" value="Log in">Log in</button></p><p class="woocommerce-LostPassword"><a href="/lost">Lost your password?</a></p></form></div><div class="u-column2 col-2"><h2>Register</h2><form method="post" class="woocommerce-form woocommerce-form-register register"><p><input type="email" name="email" id="reg_email" autocomplete="email"></p><p>A link to set a new password will be sent to your email address.</p><p><button type="submit" id="register" class="woocommerce-Button" name="register" value="Register">Register</button></p></form></div></div></div>`,
      ),
      "POST /my-account/": shell(
        `<h1>My account</h1><div class="woocommerce"><div class="woocommerce-notices-wrapper"><ul class="woocommerce-error" role="alert"><li><strong>Error:</strong> The password you entered for the username kim is incorrect.</li></ul></div><div id="customer_login"><h2>Login</h2><form action="/my-account/ok" class="woocommerce-form woocommerce-form-login login" method="post"><p><input type="text" name="username" autocomplete="username"></p><p><input type="password" name="password" autocomplete="current-password"></p><button type="submit" id="login" name="login" value="Log in">Log in</button></form><h2>Register</h2><form action="/my-account/ok" method="post" class="woocommerce-form woocommerce-form-register register"><p><input type="email" name="email" id="reg_email" autocomplete="email"></p><p><button type="submit" id="register" class="woocommerce-Button" name="register" value="Register">Register</button></p></form></div></div>`,
      ),
      "POST /my-account/ok": "> /account",
      "/account": account,
    },
    steps: [
      { go: "/my-account/", tells: [] },
      { press: "#login", tells: [] },
      { press: "#login", tells: ["login"] },
      { go: "/my-account/", tells: [] },
      { press: "#register", tells: [] },
      { press: "#register", tells: ["sign_up"] },
    ],
  },
  {
    title:
      "plentyShop: forms that a button sends by itself, OpenCart's fetch, Odoo's newsletter without a form",
    lang: "de",
    pages: {
      "/login":
        shell(`<h1>Anmelden</h1><div class="login-pwd-reset"><form id="login-form-1" method="post"><div class="input-unit" data-validate="mail"><input type="email" name="email" autocomplete="email" id="email1"></div><span class="error-msg" style="display:none">E-Mail</span><div class="input-unit"><input type="password" name="password" autocomplete="current-password" id="password1"></div><a href="javascript:void(0)" class="small" id="forgot">Passwort vergessen?</a><button class="btn btn-primary btn-appearance" id="in">Anmelden</button></form></div><script>
let tries = 0
document.querySelector("#in").addEventListener("click", async (e) => { e.preventDefault(); if (!email1.value) { email1.parentElement.classList.add("error"); return }
 const a = await fetch(tries++ ? "/rest/io/customer/login" : "/rest/io/customer/login/no", { method: "POST" }); if (a.ok) location.assign("/konto"); else { const n = document.createElement("div"); n.className = "alert alert-danger"; n.textContent = "Anmeldung fehlgeschlagen"; document.body.append(n) } })</script>`),
      "/rest/io/customer/login": "{}",
      "/rest/io/customer/login/no": "401",
      "/konto": account,
      "/news": shell(
        `<h1>Aktuell</h1><form id="newsletter-input-form_9" method="post"><div class="input-unit" data-validate="mail"><input type="email" autocomplete="email" id="email-input-id_9"></div><input autocomplete="none" class="honey" type="text" name="username" tabindex="-1"><input type="checkbox" name="privacy-policy-accept"><button type="button" id="nl" class="btn btn-block btn-primary btn-appearance" data-testing="nl-send">Abonnieren</button></form><script>document.querySelector("#nl").addEventListener("click", async () => { const f = document.getElementById("email-input-id_9"); if (!f.value) { f.parentElement.classList.add("error"); return } f.parentElement.classList.remove("error"); await fetch("/rest/io/customer/newsletter", { method: "POST" }); f.value = ""; const n = document.createElement("div"); n.className = "notification alert-success"; n.textContent = "Danke"; document.body.append(n) })</script>`,
      ),
      "/rest/io/customer/newsletter": "{}",
      "/odoo": shell(
        `<h1>News</h1><div class="s_newsletter_subscribe_form s_newsletter_list js_subscribe" data-vxml="001" data-list-id="1"><div class="input-group"><input type="email" name="email" class="js_subscribe_value form-control" placeholder="Ihre E-Mail" id="mail"><a role="button" href="#" id="sub" class="btn btn-primary js_subscribe_btn o_submit">Abonnieren</a><a role="button" href="#" class="btn btn-success js_subscribed_btn o_submit d-none" style="display:none">Danke</a></div></div><script>document.querySelector("#sub").addEventListener("click", async (e) => { e.preventDefault(); if (!mail.value) { mail.classList.add("is-invalid"); return } await fetch("/website_mass_mailing/subscribe", { method: "POST" }); document.querySelector("#sub").style.display = "none"; document.querySelector(".js_subscribed_btn").style.display = ""; mail.disabled = true })</script>`,
      ),
      "/website_mass_mailing/subscribe": "{}",
    },
    steps: [
      { go: "/login", tells: [] },
      { press: "#in", tells: [] },
      { choose: ["#email1", "a@b.example"], tells: [] },
      { choose: ["#password1", "secret"], press: "#forgot", tells: [] },
      { press: "#in", tells: [] },
      { press: "#in", tells: ["login"] },
      { go: "/news", tells: [] },
      { press: "#nl", tells: [] },
      { choose: ["#email-input-id_9", "a@b.example"], press: "#nl", tells: ["generate_lead newsletter"] },
      { go: "/odoo", tells: [] },
      { press: "#sub", tells: [] },
      { choose: ["#mail", "a@b.example"], press: "#sub", tells: ["generate_lead newsletter"] },
    ],
  },
  {
    title: "OpenCart 4, Shopware 6, nopCommerce, Nuvemshop, Bitrix",
    pages: {
      "/index.php?route=account/login": shell(
        `<div id="alert"></div><div id="content"><h1>Account</h1><div class="col"><h2>Returning Customer</h2><form id="form-login" action="/index.php?route=account/login.login" method="post" data-oc-toggle="ajax"><input type="text" name="email" id="input-email"><input type="password" name="password" id="input-password"><a href="/f">Forgotten Password</a><button type="submit" id="in" class="btn btn-primary">Login</button></form></div></div><script>let n = 0; document.querySelector("#form-login").addEventListener("submit", async (e) => { e.preventDefault(); const r = await (await fetch(n++ ? "/in.json" : "/no.json", { method: "POST" })).json(); if (r.error) document.querySelector("#alert").innerHTML = '<div class="alert alert-danger alert-dismissible"><i class="fa-solid fa-circle-exclamation"></i> ' + r.error + '</div>'; else location = r.redirect })</script>`,
      ),
      "/no.json": `{"error":"Warning: No match for E-Mail Address and/or Password."}`,
      "/in.json": `{"redirect":"/account"}`,
      "/account": account,
      "/account/login": shell(
        `<div class="account-register"><div class="login-card card"><h2 class="card-title">Ich bin bereits Kunde</h2><form class="login-form" action="/ok" method="post" data-form-handler="true"><input type="email" autocomplete="username webauthn" name="username" id="loginMail" required><input type="password" autocomplete="current-password" name="password" id="loginPassword" required><button type="submit" id="in" class="btn btn-primary">Anmelden</button></form></div><div class="register-card"><h2>Ich möchte Kunde werden!</h2><form action="/ok" class="register-form" method="post"><select name="salutationId"><option value="1">x</option></select><input name="firstName"><input name="lastName"><input type="email" name="email" autocomplete="section-personal email"><input type="password" name="password" autocomplete="new-password"><input name="billingAddress[street]" autocomplete="section-billing billing address-line1"><input name="billingAddress[zipcode]" autocomplete="section-billing billing postal-code"><input name="billingAddress[city]"><button type="submit" id="reg" class="btn btn-primary">Weiter</button></form></div></div>`,
      ),
      "POST /ok": "> /account",
      "/login": shell(
        `<div class="page login-page"><h1>Welcome, Please Sign In!</h1><div class="new-wrapper register-block"><strong>New Customer</strong><button type="button" class="button-1 register-button" onclick="location.href='/register'">Register</button></div><div class="returning-wrapper"><form method="post" action="/ok"><input class="email" type="email" id="Email" name="Email"><input class="password" type="password" id="Password" name="Password"><button type="submit" id="in" class="button-1 login-button">Log in</button></form></div></div><div class="newsletter"><strong>Newsletter</strong><div class="newsletter-subscribe" id="newsletter-subscribe-block"><div class="newsletter-email"><input id="newsletter-email" class="newsletter-subscribe-text" placeholder="Enter your email here..." aria-label="Sign up for our newsletter" type="email" name="NewsletterEmail"><button type="button" id="newsletter-subscribe-button" class="button-1 newsletter-subscribe-button">Subscribe</button></div></div><div class="newsletter-result" id="newsletter-result-block"></div></div><script>document.querySelector("#newsletter-subscribe-button").addEventListener("click", async () => { await fetch("/subscribenewsletter", { method: "POST" }); document.querySelector("#newsletter-result-block").textContent = "Thank you for signing up!"; document.querySelector("#newsletter-subscribe-block").style.display = "none" })</script>`,
      ),
      "/subscribenewsletter": "{}",
      "/loja": shell(
        `<h1>Loja</h1><div class="row"><div class="js-newsletter newsletter section-footer"><h3>Novidades</h3><form method="post" action="/winnie-pooh" onsubmit="this.setAttribute('action', '');" data-store="newsletter-form"><div class="input-append"><input type="email" name="email" id="email"><div class="winnie-pooh" style="display:none"><input type="text" name="winnie-pooh"></div><input type="hidden" name="name" value="Sem nome"><input type="hidden" name="type" value="newsletter"><input type="submit" name="contact" id="nl" class="btn newsletter-btn" value="Enviar"></div></form></div></div>`,
      ),
      "POST /loja": shell(
        `<h1>Loja</h1><div class="js-newsletter newsletter section-footer"><div class="alert alert-success">Obrigado por se inscrever!</div><form method="post" action="/winnie-pooh" data-store="newsletter-form"><input type="email" name="email"><input type="submit" name="contact" class="btn newsletter-btn" value="Enviar"></form></div>`,
      ),
      "/account/register": shell(
        `<h1>Crear cuenta</h1><form id="login-form" method="post" action="/ok" data-store="account-register"><input name="name"><input type="email" name="email"><input type="tel" name="phone"><input type="password" name="password"><input type="password" name="password_confirmation"><input type="submit" id="reg" value="Crear cuenta" class="btn js-recaptcha-button"></form>`,
      ),
      "/auth/": shell(
        `<div class="bx-system-auth-form"><h1>Авторизация</h1><form name="form_auth" method="post" target="_top" action="/auth/?login=yes"><input type="hidden" name="AUTH_FORM" value="Y"><input type="text" name="USER_LOGIN" maxlength="255"><input type="password" name="USER_PASSWORD" maxlength="255"><input type="checkbox" name="USER_REMEMBER" value="Y"><input type="submit" id="in" class="btn btn-primary" name="Login" value="Войти"></form><a href="/auth/?register=yes">Зарегистрироваться</a></div><form class="bx-subscribe" role="form" method="post" action="/lk/#sender" id="sub"><input type="hidden" name="sender_subscription" value="add"><input class="form-control" type="email" name="SENDER_SUBSCRIBE_EMAIL" value="a@b.example"><button id="bx_subscribe_btn" class="btn">Подписаться</button></form>`,
      ),
      "POST /auth/": "> /auth/?again",
      "POST /lk/": "> /account",
      "/auth/?again": shell(
        `<h1>Авторизация</h1><div class="alert alert-danger">Неверный логин или пароль.</div><form name="form_auth" method="post" target="_top" action="/ok"><input type="text" name="USER_LOGIN"><input type="password" name="USER_PASSWORD"><input type="submit" id="in" name="Login" value="Войти"></form>`,
      ),
    },
    steps: [
      { go: "/index.php?route=account/login", tells: [] },
      { press: "#in", tells: [] },
      { press: "#in", tells: ["login"] },
      { go: "/account/login", tells: [] },
      { choose: ["#loginMail", "a@b.example"], tells: [] },
      { choose: ["#loginPassword", "x"], press: "#in", tells: ["login"] },
      { go: "/account/login", tells: [] },
      { press: "#reg", tells: ["sign_up"] },
      { go: "/login", tells: [] },
      {
        choose: ["#newsletter-email", "a@b.example"],
        press: "#newsletter-subscribe-button",
        tells: ["generate_lead newsletter"],
      },
      { press: "#in", tells: ["login"] },
      { go: "/loja", tells: [] },
      { press: "#nl", tells: ["generate_lead newsletter"] },
      { go: "/account/register", tells: [] },
      { press: "#reg", tells: ["sign_up"] },
      { go: "/auth/", tells: [] },
      { press: "#in", tells: [] },
      { press: "#in", tells: ["login"] },
      { go: "/auth/", tells: [] },
      { press: "#bx_subscribe_btn", tells: ["generate_lead newsletter"] },
    ],
  },
]
