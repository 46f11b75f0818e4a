{
    // Dark where the system is dark, and when it becomes so.
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
    dark.addEventListener("change", follow);
    follow();

    // index.js, which brings the settings, insists on a bar for choosing among several documents. Here is one, at its address.
    const show = SwaggerUIBundle;
    SwaggerUIBundle = Object.assign(({ urls, ...settings }) => show({
        ...settings,
        layout: "BaseLayout",
        presets: [show.presets.apis],
        url: new URL(urls[0].url, location).pathname,
    }), show);
    window.SwaggerUIStandalonePreset = undefined;
}
