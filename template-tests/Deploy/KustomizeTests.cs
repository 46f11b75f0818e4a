using FastApiStyle.TemplateTests.Harness;
using k8s;
using k8s.Models;

namespace FastApiStyle.TemplateTests.Deploy;

/// <summary>What kubectl makes of the folder, before it tells a cluster.</summary>
public sealed class KustomizeTests
{
    [KubectlFact]
    public async Task The_settings_and_the_image_of_the_kustomization_reach_instances_and_job()
    {
        var manifests = await Manifests.Of("postgres", "oidc");

        var made = (await Kubectl.Run(manifests.Scaffold.Folder, "kustomize", Manifests.Folder)).MustSucceed();

        var objects = KubernetesYaml.LoadAllFromString(made.Output, strict: true);
        var settings = Assert.Single(objects.OfType<V1ConfigMap>());
        Assert.Equal(manifests.Kustomization.Literals, settings.Data);
        // Its name changes with it, so that a change is rolled out.
        Assert.Matches($"^{manifests.Kustomization.ConfigMap}-\\w+$", settings.Metadata.Name);
        var pods = objects.OfType<V1Deployment>().Select(one => one.Spec.Template).Concat(objects.OfType<V1Job>().Select(one => one.Spec.Template)).ToList();
        Assert.Equal(2, pods.Count);
        Assert.All(pods.Select(pod => pod.Spec.Containers[0]), container =>
        {
            Assert.Equal(settings.Metadata.Name, container.EnvFrom[0].ConfigMapRef.Name);
            Assert.Equal($"{manifests.Kustomization.Image.NewName}:{manifests.Kustomization.Image.NewTag}", container.Image);
        });
        Assert.Equal(manifests.Objects.Count + 1, objects.Count);
    }
}
