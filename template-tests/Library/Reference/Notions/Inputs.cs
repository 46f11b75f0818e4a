using System.Net;
using static FastApiStyle.TemplateTests.Library.Reference.Notions.Orders;

namespace FastApiStyle.TemplateTests.Library.Reference.Notions;

/// <summary>What a request holds.</summary>
internal static class Inputs
{
    [Notion("Path()")]
    public static Task Path() => Ask(async service =>
    {
        Assert.Equal("7 20 none none", await service.Get("/orders/7"));
        Assert.Equal("int_parsing@path.number", await service.Faults("/orders/x"));
    });

    [Notion("Query()")]
    public static Task Query() => Ask(async service =>
    {
        Assert.Equal("7 5 none none", await service.Get("/orders/7?limit=5"));
        Assert.Equal("int_parsing@query.limit", await service.Faults("/orders/7?limit=x"));
    });

    [Notion("Header()")]
    public static Task Header() => Ask(async service =>
    {
        Assert.Equal("7 20 t none", await service.Get("/orders/7", ("X-Trace", "t")));
        Assert.Contains((await service.Operation("/orders/{number}"))["parameters"]!.AsArray(), each => (string)each!["in"]! == "header");
    });

    [Notion("Cookie()")]
    public static Task Cookie() => Ask(async service =>
    {
        Assert.Equal("7 20 none s", await service.Get("/orders/7", ("Cookie", "session=s")));
        Assert.Equal("7 20 none a b", await service.Get("/orders/7", ("Cookie", "session=a%20b")));
        Assert.Contains((await service.Operation("/orders/{number}"))["parameters"]!.AsArray(), each => (string)each!["in"]! == "cookie");
        service.Client.DefaultRequestHeaders.Add("Cookie", "session=s; session=t");
        Assert.Equal("duplicate_parameter@cookie.session", await service.Faults("/orders/7"));
    });

    [Notion("BaseModel")]
    public static Task BaseModel() => Ask(async service =>
    {
        using var answer = await service.Post("/orders", """{"first_line": {"pieces": 2}, "note": null, "ref": "r"}""");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("missing@body.first_line missing@body.ref", await service.Faults("/orders", "{}"));
    });

    [Notion("a model in a model")]
    public static Task Nested() => Ask(async service =>
        Assert.Equal("int_parsing@body.first_line.pieces", await service.Faults("/orders", """{"first_line": {"pieces": "x"}, "ref": "r"}""")));

    [Notion("Optional[str] = None")]
    public static Task Optional() => Ask(async service =>
    {
        var schema = await service.Schema("OrdersOrder");
        Assert.Equal("""["string","null"]""", schema["properties"]!["note"]!["type"]!.ToJsonString());
        Assert.DoesNotContain(schema["required"]!.AsArray(), name => (string)name! == "note");
    });

    [Notion("Field(alias=…)")]
    public static Task Alias() => Ask(async service => Assert.NotNull((await service.Schema("OrdersOrder"))["properties"]!["ref"]));

    [Notion("Field(min_length=…, ge=…, pattern=…)")]
    public static Task Field() => Ask(async service =>
    {
        Assert.Equal("greater_than_equal@body.first_line.pieces", await service.Faults("/orders", """{"first_line": {"pieces": 0}, "ref": "r"}"""));
        Assert.Equal(1, (int)(await service.Schema("OrdersLine"))["properties"]!["pieces"]!["minimum"]!);
    });

    [Notion("@field_validator")]
    public static Task FieldValidator() => Ask(async service =>
    {
        Assert.Equal("value_error@body.ref", await service.Faults("/orders", """{"first_line": {"pieces": 1}, "ref": "R"}"""));
        Assert.Contains("no capital letters", (string)(await service.Schema("OrdersOrder"))["properties"]!["ref"]!["description"]!);
    });

    [Notion("@model_validator")]
    public static Task ModelValidator() => Ask(async service => Assert.Equal(
        "value_error@body greater_than_equal@body.first_line.pieces",
        await service.Faults("/orders", """{"first_line": {"pieces": 0}, "ref": "r", "note": "r"}""")));

    [Notion("extra=\"forbid\"")]
    public static Task Forbid() => Ask(async service =>
    {
        Assert.Equal(
            "missing@body.first_line.pieces extra_forbidden@body.first_line.colour",
            await service.Faults("/orders", """{"first_line": {"colour": 1}, "ref": "r"}"""));
        Assert.False((bool)(await service.Schema("OrdersLine"))["additionalProperties"]!);
    });

    [Notion("exclude_unset")]
    public static Task ExcludeUnset() => Ask(async service =>
    {
        string[] answers = [.. await Task.WhenAll(((string[])["{}", """{"note": null}""", """{"note": "n"}"""]).Select(
            async body => await (await service.Post("/changes", body)).Content.ReadAsStringAsync()))];
        Assert.Equal(["kept", "cleared", "n"], answers);
    });

    [Notion("two bodies, Body(embed=True)")]
    public static async Task TwoBodies()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => Asked.Service(typeof(TwoBodiesFeature)).Start());
        Assert.Contains("body", refusal.Message);
    }

    private static async Task Ask(Func<LibraryService, Task> ask)
    {
        await using var service = await Asked.Service(typeof(OrdersFeature), typeof(OrderRules), typeof(LineRules)).Start();
        await ask(service);
    }
}
