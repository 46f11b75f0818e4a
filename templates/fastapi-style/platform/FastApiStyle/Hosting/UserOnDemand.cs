using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features.Authentication;

namespace FastApiStyle.Hosting;

/// <summary>
/// The user of a request to a route that most likely never asks for one, authenticated when it does. Whoever asks waits, as for
/// <see cref="HttpRequest.Form"/>; a token is validated without waiting for anything, but by a service that has never asked its issuer yet.
/// </summary>
internal sealed class UserOnDemand(HttpContext http) : IHttpAuthenticationFeature
{
    private bool isKnown;

    public ClaimsPrincipal? User
    {
        get
        {
            if (!isKnown)
            {
                isKnown = true;
                field = AuthenticateAsync().GetAwaiter().GetResult();
            }
            return field;
        }
        set
        {
            isKnown = true;
            field = value;
        }
    }

    /// <summary>Leaves it for later, but where the user is known already.</summary>
    public static bool Attach(HttpContext http)
    {
        if (http.Features.Get<IHttpAuthenticationFeature>()?.User is null)
        {
            http.Features.Set<IHttpAuthenticationFeature>(new UserOnDemand(http));
        }
        return true;
    }

    private async Task<ClaimsPrincipal?> AuthenticateAsync()
    {
        var scheme = await http.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>().GetDefaultAuthenticateSchemeAsync();
        var result = scheme is null ? null : await http.AuthenticateAsync(scheme.Name);
        if (result?.Principal is not null)
        {
            http.Features.Set<IAuthenticateResultFeature>(new Result { AuthenticateResult = result });
        }
        return result?.Principal;
    }

    private sealed class Result : IAuthenticateResultFeature
    {
        public AuthenticateResult? AuthenticateResult { get; set; }
    }
}
