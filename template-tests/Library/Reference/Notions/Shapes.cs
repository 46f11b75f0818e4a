namespace FastApiStyle.TemplateTests.Library.Reference.Notions;

/// <summary>Types of values, as the document of the port has them.</summary>
internal static class Shapes
{
    [Notion("Enum, Literal")]
    public static Task Enum() => Ask(async service => Assert.Equal("""["draft","in-progress","done"]""", (await service.Schema("Status"))["enum"]!.ToJsonString()));

    [Notion("date, datetime, timedelta")]
    public static Task Dates() => Ask(async service =>
    {
        Assert.Equal("date", (string)(await service.Schema("UserCreate"))["properties"]!["born"]!["format"]!);
        Assert.Equal("date-time", (string)(await service.Schema("ItemCreate"))["properties"]!["due"]!["format"]!);
        Assert.NotNull((await service.Schema("ItemCreate"))["properties"]!["lasts"]!["pattern"]);
    });

    [Notion("Decimal")]
    public static Task Decimal() => Ask(async service => Assert.Equal("number", (string)(await service.Schema("ItemCreate"))["properties"]!["price"]!["type"]!));

    [Notion("UUID")]
    public static Task Uuid() => Ask(async service => Assert.Equal("uuid", (string)(await service.Schema("ItemRead"))["properties"]!["id"]!["format"]!));

    [Notion("EmailStr")]
    public static Task Email() => Ask(async service => Assert.Equal("idn-email", (string)(await service.Schema("UserCreate"))["properties"]!["email"]!["format"]!));

    [Notion("Union[…] with a discriminator")]
    public static Task Union() => Ask(async service => Assert.Contains("\"propertyName\":\"kind\"", (await service.Document()).ToJsonString()));

    [Notion("Form(), OAuth2PasswordRequestForm")]
    public static Task Form() => Ask(async service =>
        Assert.NotNull((await service.Operation("/token", "post"))["requestBody"]!["content"]!["application/x-www-form-urlencoded"]));

    [Notion("File(), UploadFile")]
    public static Task File() => Ask(async service =>
        Assert.NotNull((await service.Operation("/files", "post"))["requestBody"]!["content"]!["multipart/form-data"]));

    [Notion("@app.websocket")]
    public static Task WebSocket() => new PortTests().A_WebSocket_echoes_what_it_is_told();

    [Notion("tags=[…], summary=…, description=…")]
    public static Task Words() => Ask(async service =>
    {
        var operation = await service.Operation("/users", "post");
        Assert.Equal(("users", "Sign up."), ((string)operation["tags"]![0]!, (string)operation["summary"]!));
    });

    private static async Task Ask(Func<LibraryService, Task> ask)
    {
        await using var service = await PlayedPort.Service().Start();
        await ask(service);
    }
}
