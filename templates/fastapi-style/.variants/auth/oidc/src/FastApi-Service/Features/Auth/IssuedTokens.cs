using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace FastApiService.Features.Auth;

/// <summary>
/// Checks tokens with the keys of the issuer. One that is signed with a key that is not among them is checked once more, with
/// those that the issuer has now.
/// </summary>
internal sealed class IssuedTokens : JsonWebTokenHandler
{
    private readonly TrustedIssuer issuer;

    public IssuedTokens(TrustedIssuer issuer) => (this.issuer, MapInboundClaims) = (issuer, false);

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var result = await base.ValidateTokenAsync(token, Of(await issuer.ReadAsync(), validationParameters));
        return result.Exception is SecurityTokenSignatureKeyNotFoundException
            ? await base.ValidateTokenAsync(token, Of(await issuer.ReadNowAsync(), validationParameters))
            : result;
    }

    private static TokenValidationParameters Of(OpenIdConnectConfiguration document, TokenValidationParameters parameters)
    {
        parameters = parameters.Clone();
        parameters.ValidIssuer = document.Issuer;
        parameters.IssuerSigningKeys = document.SigningKeys;
        return parameters;
    }
}
