using System.Net.Mime;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace FastApiStyle.Validation;

/// <summary>Shows the query and the form of each request under the names that the document has, and its charset as the framework knows it.</summary>
internal sealed class WireInput(WireNames names, IOptions<FormOptions> forms)
{
    public RequestDelegate Use(RequestDelegate next) => http =>
    {
        var request = http.Request;
        if (request.QueryString is { HasValue: true } query)
        {
            http.Features.Set<IQueryFeature>(new WireQuery(names, query));
        }
        // Nothing is to be done for what most requests carry.
        if (request.ContentType is { } type && type != MediaTypeNames.Application.Json)
        {
            Take(type, http);
        }
        return next(http);
    };

    private void Take(string type, HttpContext http)
    {
        // To ask whether it is a form makes one.
        if (type.Contains("form", StringComparison.OrdinalIgnoreCase) && http.Request.HasFormContentType)
        {
            http.Features.Set<IFormFeature>(new WireForm(names, http, new FormFeature(http.Request, forms.Value)));
        }
        if (type.Contains("charset=\"", StringComparison.OrdinalIgnoreCase))
        {
            http.Request.ContentType = Unquoted(type);
        }
    }

    /// <summary>The framework does not know a charset in quotes, which RFC 9110 §5.6.6 takes for the same.</summary>
    private static string Unquoted(string type)
    {
        if (MediaTypeHeaderValue.TryParse(type, out var parsed))
        {
            parsed.Charset = HeaderUtilities.RemoveQuotes(parsed.Charset);
        }
        return parsed?.ToString() ?? type;
    }
}
