using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using FastApiService.Platform.Hosting;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FastApiService.Features.Auth;

/// <summary>Who is asking: bearer tokens, signed by this service.</summary>
public static class AuthSetup
{
    public static void AddAuth(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment() && string.IsNullOrEmpty(builder.Configuration["Auth:SigningKey"]))
        {
            builder.Configuration["Auth:SigningKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        }

        builder.AddSettings<AuthSettings>("Auth");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IOptions<AuthSettings>>((options, settings) => Trust(options, settings.Value));
    }

    public static SymmetricSecurityKey Key(AuthSettings auth) => new(Encoding.UTF8.GetBytes(auth.SigningKey));

    /// <summary>The identity of the user who is signed in.</summary>
    public static Guid Id(this ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(JwtRegisteredClaimNames.Sub)!);

    private static void Trust(JwtBearerOptions options, AuthSettings auth)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = auth.Issuer,
            ValidAudience = auth.Audience,
            IssuerSigningKey = Key(auth),
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ClockSkew = TimeSpan.FromSeconds(10),
            NameClaimType = JwtRegisteredClaimNames.Sub,
        };
    }
}
