using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace FastApiStyle.Validation;

/// <summary>Shows the query and the form of each request under the names that the document has, and its charset as the framework knows it.</summary>
internal sealed class WireInput(WireNames names, IOptions<FormOptions> forms)
{
    public Task UseAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.QueryString.HasValue)
        {
            http.Features.Set<IQueryFeature>(new WireQuery(names, http.Request.QueryString));
        }
        if (http.Request.HasFormContentType)
        {
            http.Features.Set<IFormFeature>(new WireForm(names, http, new FormFeature(http.Request, forms.Value)));
        }
        if (http.Request.ContentType is { } type && type.Contains("charset=\"", StringComparison.OrdinalIgnoreCase))
        {
            http.Request.ContentType = Unquoted(type);
        }
        return next(http);
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
