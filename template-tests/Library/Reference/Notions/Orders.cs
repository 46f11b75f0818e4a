using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace FastApiStyle.TemplateTests.Library.Reference.Notions;

/// <summary>What the notions of a request need.</summary>
internal static class Orders
{
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

        private static string ReadOrder(int number, [FromHeader] string? xTrace = null, [FromCookie("session")] string? session = null, int limit = 20) =>
            $"{number} {limit} {xTrace ?? "none"} {session ?? "none"}";

        private static string CreateOrder(Order order) => order.Reference;

        private static string ChangeOrder(Change change) => change.Note.HasValue ? change.Note.Value ?? "cleared" : "kept";
    }

    internal sealed class TwoBodiesFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/orders", CreateOrder);

        private static string CreateOrder(Line line, Change change) => $"{line}{change}";
    }
}
