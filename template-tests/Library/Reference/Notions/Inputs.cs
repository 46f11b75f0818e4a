using System.Net;
using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

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
    public static Task Cookie() => Ask(async service => Assert.Equal("7 20 none s", await service.Get("/orders/7", ("Cookie", "session=s"))));

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
        var schema = await service.Schema("InputsOrder");
        Assert.Equal("""["string","null"]""", schema["properties"]!["note"]!["type"]!.ToJsonString());
        Assert.DoesNotContain(schema["required"]!.AsArray(), name => (string)name! == "note");
    });

    [Notion("Field(alias=…)")]
    public static Task Alias() => Ask(async service => Assert.NotNull((await service.Schema("InputsOrder"))["properties"]!["ref"]));

    [Notion("Field(min_length=…, ge=…, pattern=…)")]
    public static Task Field() => Ask(async service =>
    {
        Assert.Equal("greater_than_equal@body.first_line.pieces", await service.Faults("/orders", """{"first_line": {"pieces": 0}, "ref": "r"}"""));
        Assert.Equal(1, (int)(await service.Schema("InputsLine"))["properties"]!["pieces"]!["minimum"]!);
    });

    [Notion("@field_validator")]
    public static Task FieldValidator() => Ask(async service =>
    {
        Assert.Equal("value_error@body.ref", await service.Faults("/orders", """{"first_line": {"pieces": 1}, "ref": "R"}"""));
        Assert.Contains("no capital letters", (string)(await service.Schema("InputsOrder"))["properties"]!["ref"]!["description"]!);
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
        Assert.False((bool)(await service.Schema("InputsLine"))["additionalProperties"]!);
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

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record Line(int Pieces);

    internal sealed record Order(Line FirstLine, [property: JsonPropertyName("ref")] string Reference, string? Note = null);

    internal sealed record Change(Optional<string?> Note = default);

    internal sealed class LineRules : AbstractValidator<Line>
    {
        public LineRules() => RuleFor(line => line.Pieces).GreaterThanOrEqualTo(1);
    }

    internal sealed class OrderRules : AbstractValidator<Order>
    {
        public OrderRules()
        {
            RuleFor(order => order.Reference).Must(text => text == text.ToLowerInvariant()).WithMessage("must have no capital letters");
            RuleFor(order => order).Must(order => order.Note != order.Reference).WithMessage("the note must not be the reference");
        }
    }

    internal sealed class OrdersFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes)
        {
            routes.MapGet("/orders/{number}", ReadOrder);
            routes.MapPost("/orders", CreateOrder);
            routes.MapPost("/changes", ChangeOrder);
        }

        private static string ReadOrder(int number, HttpRequest request, [FromHeader] string? xTrace = null, int limit = 20) =>
            $"{number} {limit} {xTrace ?? "none"} {request.Cookies["session"] ?? "none"}";

        private static string CreateOrder(Order order) => order.Reference;

        private static string ChangeOrder(Change change) => change.Note.HasValue ? change.Note.Value ?? "cleared" : "kept";
    }

    internal sealed class TwoBodiesFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/orders", CreateOrder);

        private static string CreateOrder(Line line, Change change) => $"{line}{change}";
    }
}
