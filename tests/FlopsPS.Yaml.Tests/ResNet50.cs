namespace FlopsPS.Yaml.Tests;

/// <summary>The manifest that the language was designed with.</summary>
internal static class ResNet50
{
    public const string Manifest = """
        name: resnet50
        parameters: { resolution: 224, classes: 1000, width: 64 }
        input: { channels: 3, height: resolution, width: resolution }

        blocks:
          bottleneck:
            parameters: { planes: , stride: 1 }          # no value: required
            layers:
              - residual:
                  body:
                    - conv: { out: planes, kernel: 1, bias: false }
                    - batchnorm
                    - relu
                    - conv: { out: planes, kernel: 3, stride: stride, padding: 1, bias: false }
                    - batchnorm
                    - relu
                    - conv: { out: 4*planes, kernel: 1, bias: false }
                    - batchnorm
                  shortcut:
                    - when: stride != 1 or in.channels != 4*planes
                      layers:
                        - conv: { out: 4*planes, kernel: 1, stride: stride, bias: false }
                        - batchnorm
              - relu

        layers:
          - conv: { out: width, kernel: 7, stride: 2, padding: 3, bias: false }
          - batchnorm
          - relu
          - maxpool: { kernel: 3, stride: 2, padding: 1 }
          - bottleneck: { planes: width }
            repeat: 3
          - bottleneck: { planes: 2*width, stride: 2 if index == 0 else 1 }
            repeat: 4
            name: layer2
          - bottleneck: { planes: 4*width, stride: 2 if index == 0 else 1 }
            repeat: 6
          - bottleneck: { planes: 8*width, stride: 2 if index == 0 else 1 }
            repeat: 3
          - globalavgpool
          - flatten
          - linear: { out: classes }
        """;
}
