using System.Security.Claims;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FastApiService.Features.Auth;

/// <summary>Issues the tokens that this service accepts.</summary>
public sealed class TokenIssuer(IOptions<AuthSettings> settings, TimeProvider clock)
{
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    public Token Issue(Guid user)
    {
        var auth = settings.Value;
        var now = clock.GetUtcNow().UtcDateTime;
        var lifetime = TimeSpan.FromMinutes(auth.TokenMinutes);
        var token = handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = auth.Issuer,
            Audience = auth.Audience,
            Subject = new ClaimsIdentity([new(JwtRegisteredClaimNames.Sub, user.ToString())]),
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            SigningCredentials = new(AuthSetup.Key(auth), SecurityAlgorithms.HmacSha256),
        });
        return new Token(token, "bearer", (int)lifetime.TotalSeconds);
    }
}
