using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace FastApiStyle.Validation;

/// <summary>Shows the query and the form of each request under the names that the document has.</summary>
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
            http.Features.Set<IFormFeature>(new WireForm(names, new FormFeature(http.Request, forms.Value)));
        }
        return next(http);
    }
}
