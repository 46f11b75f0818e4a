using System.Text.RegularExpressions;
using k8s.Models;

namespace FastApiStyle.TemplateTests.Deploy;

public sealed partial class KubernetesNameTests
{
    [Theory]
    [InlineData("Shop", "shop")]
    [InlineData("My.Shop Api", "my-shop-api")]
    [InlineData("1st.2nd", "service-1st-2nd")]
    [InlineData("42", "service-42")]
    [InlineData("日本語.Api", "api")]
    [InlineData("日本語", "service")]
    [InlineData("class", "class")]
    [InlineData("A.Name.That.Is.As.Long.As.Nobody.Would.Like.To.Type.It.Each.Day", "a-name-that-is-as-long-as-nobody-would-like-to-type-i")]
    [InlineData("A.Name.That.Is.As.Long.As.Nobody.Would.Like.To.Type.X.Again", "a-name-that-is-as-long-as-nobody-would-like-to-type-x")]
    [InlineData("A.Name.That.Is.As.Long.As.Nobody.Would.Like.To.Type1.Again", "a-name-that-is-as-long-as-nobody-would-like-to-type1")]
    public async Task The_service_has_a_name_that_Kubernetes_takes(string name, string expected)
    {
        var manifests = await Manifests.Of("postgres", "jwt", name: name);
        var names = manifests.Objects.Values.Select(made => made.Metadata.Name).ToList();

        Assert.Equal(expected, manifests.One<V1Service>().Metadata.Name);
        Assert.All(names, each => Assert.Matches(Label(), each));
        Assert.Equal([expected, $"{expected}-migration"], names.Distinct().Order(StringComparer.Ordinal));
        Assert.All(manifests.Containers, container => Assert.Matches(Label(), container.Name));
        Assert.All(manifests.Instance.Metadata.Labels.Values, each => Assert.Matches(Label(), each));
    }

    // RFC 1035, as the name of a Service is; those of others may begin with a digit, too (RFC 1123).
    [GeneratedRegex("^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$")]
    private static partial Regex Label();
}
